import { createHash } from 'node:crypto'
import { canonicalJson } from '@/lib/core/canonical-json'
import type { Gold, Method, ParsedTrajectory, PreambleMessage, Step } from './types'

const ANCHOR_BYTES = 16

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

/** What a step says, without what is said about it: its reward, its loss, whether it was refused. */
function sayings({ turn, rationale, action, observation }: Step): (string | number | null)[] {
  const call = action ? [action.name, canonicalJson(action.arguments), action.raw] : [null, null, null]
  return [turn, rationale, ...call, observation]
}

/** sha256 of what a run consists of: preamble, instruction and steps, as they are stored. 32 bytes. */
export function contentHashOf({ preamble, instance, steps }: ParsedTrajectory): Buffer {
  const opening = preamble.map(({ role, content, example }) => [role, content, example === true])
  return sha256(JSON.stringify([opening, instance.instruction, steps.map(sayings)]))
}

/** Who produced a run: the model that the record or the person who brought it names, or else its source. */
export type Producer = { model: string } | { sourceId: string }

/**
 * Two trajectories with the same key are the same run: same task, model, method and content. Where nobody names the
 * model, equal runs from different sources are different runs. 32 bytes.
 */
export function dedupeKeyOf(task: string, producer: Producer, method: Method, contentHash: Uint8Array): Buffer {
  const maker = 'model' in producer ? ['model', producer.model] : ['source', producer.sourceId]
  return sha256(JSON.stringify([task, ...maker, method, Buffer.from(contentHash).toString('hex')]))
}

/**
 * For each step a hash of its rationale, action and observation, and of how often the run has said the same before, so
 * that flags find their step again after a re-parse that moves it, and equal steps stay apart. 16 bytes each.
 */
export function anchorsOf(steps: readonly Step[]): Buffer[] {
  const seen = new Map<string, number>()
  return steps.map((step) => {
    const said = JSON.stringify(sayings(step).slice(1))
    const before = seen.get(said) ?? 0
    seen.set(said, before + 1)
    return sha256(`${before} ${said}`).subarray(0, ANCHOR_BYTES)
  })
}

/** The key of the preamble table; null where nothing lies before the episode. 32 bytes. */
export function preambleHashOf(messages: readonly PreambleMessage[]): Buffer | null {
  return messages.length === 0 ? null : sha256(canonicalJson(messages))
}

/** Equal for gold sequences that ask for the same, wherever they come from. 32 bytes. */
export function goldHashOf({ actions, answer }: Pick<Gold, 'actions' | 'answer'>): Buffer {
  return sha256(canonicalJson([actions, answer]))
}
