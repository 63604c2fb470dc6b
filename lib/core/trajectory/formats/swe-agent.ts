import { z } from 'zod'
import { type Message, saying } from '../conversation'
import { commandOf } from '../grammars/command'
import type { Said } from '../grammars/grammar'
import type { Json, ParsedTrajectory, StopReason } from '../types'
import { RecordProblem } from '../types'
import { checked } from './checked'
import { complete } from './completeness'
import { trajectoriesOf } from './conversation-record'
import type { Format, ParseContext } from './format'
import { instanceIdOf } from './instance-id'
import { isObject } from './is-object'
import { readToolTurns } from './tool-turns'

const turn = z.object({
  action: z.string(),
  observation: z.string().nullish(),
  response: z.string().nullish(),
  thought: z.string().nullish(),
})
const message = z.object({
  role: z.string(),
  thought: z.string().nullish(),
  action: z.string().nullish(),
  is_demo: z.boolean().nullish(),
  agent: z.string().nullish(),
})
const shape = z.object({
  environment: z.string().nullish(),
  trajectory: z.array(turn).optional(),
  history: z.array(z.json()).default([]),
  info: z.object({ exit_status: z.string().nullish() }).nullish(),
})
type Given = z.infer<typeof shape>

/**
 * SWE-agent's .traj files: `trajectory` of thought, action and observation, whatever the model wrote (fenced, XML or tool
 * calls), and `history` with the prompt; the demonstrations have a history alone. The instance is named by the file.
 */
export const sweAgent: Format = {
  name: 'swe-agent',
  title: 'SWE-agent .traj',
  input: 'json',
  container: { kind: 'values' },
  recognise: (sample) => {
    if (!isObject(sample) || !Array.isArray(sample.history)) return null
    const [first] = sample.history
    const fits = isObject(first) && 'role' in first && ('agent' in first || 'trajectory' in sample)
    return fits ? { sure: true, reason: 'history and trajectory of SWE-agent' } : null
  },
  read: readRun,
  completeness: () => complete,
}

function readRun(record: Json, context: ParseContext): ParsedTrajectory[] {
  const given = checked(shape, record)
  const messages = messagesOf(given)
  const name = nameOf(context.sourceName)
  const { key, attempt } = instanceIdOf(name)
  const prompt = messages
    .slice(0, 3)
    .map(({ content }) => content)
    .join('\n')
  return trajectoriesOf({
    externalId: context.ordinal === 0 ? name : `${name}#${context.ordinal}`,
    task: context.task ?? (/\bCTF\b/.test(prompt.slice(0, 20_000)) ? 'ctf' : 'swe'),
    kind: 'trajectory',
    messages,
    method: name.startsWith('human') ? 'human' : 'exploration',
    attempt,
    stopReason: stopOf(given.info?.exit_status ?? null),
    instance: { key },
  })
}

function messagesOf({ trajectory, history }: Given): Message[] {
  const past = readToolTurns(history, 'history').map((each, i) => withAction(each, history[i]))
  if (trajectory === undefined || trajectory.length === 0) return past
  const start = past.findIndex(({ by }, i) => by === 'agent' && !isDemo(history[i]))
  const prompt = past.slice(0, start === -1 ? past.length : start)
  if (prompt.length === 0 && trajectory.length === 0) throw new RecordProblem('there is neither history nor trajectory')
  return [...prompt, ...trajectory.flatMap(turnMessages)]
}

function turnMessages({ action, observation, response, thought }: z.infer<typeof turn>): Message[] {
  const said = { ...saying('assistant', 'agent', response ?? thought ?? ''), said: acted(thought ?? null, action) }
  return observation == null ? [said] : [said, saying('user', 'environment', observation)]
}

function withAction(each: Message, raw: Json | undefined): Message {
  if (each.by !== 'agent') return each.by === 'user' && isObservation(raw) ? { ...each, by: 'environment' } : each
  const { thought, action } = checked(message, raw)
  return action == null ? each : { ...each, calls: [], said: acted(thought ?? null, action) }
}

function acted(thought: string | null, action: string): Said {
  const rationale = thought === null || thought.trim() === '' ? null : thought
  if (action.trim() === '') return { rationale, action: null, kind: null }
  const { name, arguments: given } = commandOf(action)
  return { rationale, action: { name, arguments: given, raw: action }, kind: 'act' }
}

function isDemo(raw: Json | undefined): boolean {
  return isObject(raw) && raw.is_demo === true
}

function isObservation(raw: Json | undefined): boolean {
  return isObject(raw) && raw.message_type === 'observation' && 'tool_call_ids' in raw
}

function stopOf(status: string | null): StopReason {
  if (status === null) return 'unknown'
  if (status.startsWith('submitted')) return 'answered'
  if (/cost|context|limit/.test(status)) return 'turn limit'
  return /error|crash|exit_environment/.test(status) ? 'crash' : 'unknown'
}

function nameOf(sourceName: string): string {
  return (sourceName.split(/[\\/]/).at(-1) ?? sourceName).replace(/\.(?:traj|json)$/, '')
}
