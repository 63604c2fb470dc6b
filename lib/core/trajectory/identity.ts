import { hash } from 'node:crypto'
import { canonicalJson } from '@/lib/core/canonical-json'
import type { Action, Gold, JsonObject, Method, ParsedTrajectory, PreambleMessage, Step } from './types'

const ANCHOR_DIGITS = 32

// Hexadecimal text all the way into COPY: a buffer for each of a dozen hashes a record costs more than the hashing.
const sha256 = (text: string): string => hash('sha256', text, 'hex')

/** Equal for equal arguments, in whatever order they were written. Most actions have one of them at most. */
function argumentsText(given: JsonObject): string {
  const names = Object.keys(given)
  const [only] = names
  if (only === undefined) return '{}'
  const value = names.length === 1 ? given[only] : undefined
  return typeof value === 'string' ? JSON.stringify(given) : canonicalJson(given)
}

const callText = ({ name, arguments: given, raw }: Action) => [name, argumentsText(given), raw]

/** What a step says, without what is said about it: its place, its reward, its loss, whether it was refused. */
function saidBy({ rationale, action, observation }: Step): string {
  return JSON.stringify([rationale, action && callText(action), observation])
}

/** What identifies a run and its steps, in hexadecimal. */
export type Identity = {
  /** sha256 of what the run consists of: preamble, instruction and steps, as they are stored. 32 bytes. */
  contentHash: string
  /** The key of the preamble table; null where nothing lies before the episode. 32 bytes. */
  preambleHash: string | null
  /**
   * For each step a hash of its rationale, action and observation, and of how often the run has said the same before,
   * so that flags find their step again after a re-parse that moves it, and equal steps stay apart. 16 bytes each.
   */
  anchors: string[]
}

/** Computes them together, since the content is its preamble, its instruction and its steps' anchors and turns. */
export function identify({ preamble, instance, steps }: ParsedTrajectory): Identity {
  const preambleHash = preambleHashOf(preamble)
  const anchors = anchorsOf(steps)
  const turns = steps.map(({ turn }, at) => `${turn}:${anchors[at]}`)
  const content = [preambleHash, instance.instruction, turns.join(' ')]
  return { contentHash: sha256(JSON.stringify(content)), preambleHash, anchors }
}

function anchorsOf(steps: readonly Step[]): string[] {
  const seen = new Map<string, number>()
  return steps.map((step) => {
    const said = saidBy(step)
    const before = seen.get(said) ?? 0
    seen.set(said, before + 1)
    return sha256(`${before} ${said}`).slice(0, ANCHOR_DIGITS)
  })
}

/** Who produced a run: the model that the record or the person who brought it names, or else its source. */
export type Producer = { model: string } | { sourceId: string }

/**
 * Two trajectories with the same key are the same run: same task, model, method and content. Where nobody names the
 * model, equal runs from different sources are different runs. 32 bytes, in hexadecimal.
 */
export function dedupeKeyOf(task: string, producer: Producer, method: Method, contentHash: string): string {
  const maker = 'model' in producer ? ['model', producer.model] : ['source', producer.sourceId]
  return sha256(JSON.stringify([task, ...maker, method, contentHash]))
}

function preambleHashOf(messages: readonly PreambleMessage[]): string | null {
  if (messages.length === 0) return null
  return sha256(JSON.stringify(messages.map(({ role, content, example }) => [role, content, example === true])))
}

/** Equal for gold sequences that ask for the same, wherever they come from. 32 bytes, in hexadecimal. */
export function goldHashOf({ actions, answer }: Pick<Gold, 'actions' | 'answer'>): string {
  return sha256(JSON.stringify([actions.map(callText), answer]))
}
