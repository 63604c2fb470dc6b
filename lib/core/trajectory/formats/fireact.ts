import { z } from 'zod'
import { type Message, saying } from '../conversation'
import { readTranscript } from '../transcript'
import type { Gold, Json, ParsedTrajectory } from '../types'
import { checked } from './checked'
import { trajectoriesOf } from './conversation-record'
import type { Format, ParseContext } from './format'
import { isObject } from './is-object'
import { readTurns } from './turns'

const shape = z.object({
  reward: z.union([z.boolean(), z.number()]).nullish(),
  em: z.union([z.boolean(), z.number()]).nullish(),
  f1: z.number().nullish(),
  gt: z.string().nullish(),
  prompt: z.json().optional(),
  traj: z.json(),
})

const datasets = ['hotpotqa', 'strategyqa', 'mmlu', 'bamboogle']

/**
 * FireAct: an object keyed by question, {reward, em, f1, gt, pred, prompt, traj}. `traj` is a list of messages, or one
 * flat string with an instruction, a response, and lines of Thought, Action and Observation. The few-shot prompt is
 * empty in most logs though the model was shown one.
 */
export const fireAct: Format = {
  name: 'fireact',
  title: 'FireAct',
  input: 'json',
  recognise: (sample) =>
    isObject(sample) && 'traj' in sample && 'em' in sample && 'gt' in sample
      ? { sure: true, reason: 'runs with traj, em and gt' }
      : null,
  read: readFireAct,
  completeness: () => ({ prompt: 'missing', menu: 'missing', images: 'present', earlierTurns: 'present' }),
}

function readFireAct(record: Json, context: ParseContext): ParsedTrajectory[] {
  const { reward, em, gt, traj } = checked(shape, record)
  const id = context.key ?? `${context.ordinal}`
  const task = context.task ?? datasets.find((name) => context.sourceName.toLowerCase().includes(name)) ?? 'hotpotqa'
  const given = reward ?? em ?? null
  return trajectoriesOf({
    externalId: id,
    task,
    kind: 'trajectory',
    messages: typeof traj === 'string' ? flatMessages(traj) : readTurns(traj, 'traj'),
    method: 'exploration',
    reward: given === null ? null : Number(given),
    instance: { key: id, gold: gt ? [goldOf(gt)] : [] },
  })
}

/** The gold answer as the call that gives it: looking things up is read-only, so any way to it is free. */
function goldOf(answer: string): Gold {
  return { origin: 'record', actions: [{ name: 'finish', arguments: { answer }, raw: `finish[${answer}]` }], answer }
}

function flatMessages(text: string): Message[] {
  const marks = ['### Instruction:', '### Response:'] as const
  const at = text.indexOf(marks[0])
  const response = text.indexOf(marks[1], at)
  if (at === -1 || response === -1) return readTranscript(text)
  const question = text.slice(at + marks[0].length, response).trim()
  return [
    saying('system', 'system', text.slice(0, at).trim()),
    saying('user', 'user', question),
    ...readTranscript(text.slice(response + marks[1].length)),
  ]
}
