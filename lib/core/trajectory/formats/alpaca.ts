import { z } from 'zod'
import { saying } from '../conversation'
import type { Json, ParsedTrajectory } from '../types'
import { checked } from './checked'
import { complete } from './completeness'
import { trajectoriesOf } from './conversation-record'
import type { Format, ParseContext } from './format'
import { isObject } from './is-object'
import { kindOf, kindOfTask } from './kind-of'

const shape = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  instruction: z.string(),
  input: z.string().nullish(),
  output: z.string(),
  system: z.string().nullish(),
  history: z.array(z.tuple([z.string(), z.string()])).nullish(),
})

/** Alpaca: {instruction, input, output}, with `system` and `history` as LLaMA-Factory adds them. Chat, or code. */
export const alpaca: Format = {
  name: 'alpaca',
  title: 'Alpaca instructions',
  input: 'json',
  recognise: (sample) =>
    isObject(sample) && typeof sample.instruction === 'string' && typeof sample.output === 'string'
      ? { sure: true, reason: 'records of instruction, input and output' }
      : null,
  read: readAlpaca,
  completeness: () => complete,
}

function readAlpaca(record: Json, context: ParseContext): ParsedTrajectory[] {
  const { id, instruction, input, output, system, history } = checked(shape, record)
  const asked = input ? `${instruction}\n${input}` : instruction
  const messages = [
    ...(system ? [saying('system', 'system', system)] : []),
    ...(history ?? []).flatMap(([question, answer]) => [
      saying('user', 'user', question),
      saying('assistant', 'agent', answer),
    ]),
    saying('user', 'user', asked),
    saying('assistant', 'agent', output),
  ]
  const externalId = id === undefined ? (context.key ?? `${context.ordinal}`) : `${id}`
  const guess = kindOf(messages, { task: context.task, id: '', sourceName: context.sourceName })
  const task = guess.kind === 'trajectory' && context.task === null ? 'chat' : guess.task
  const fenced = task === 'chat' && context.task === null && output.trimStart().startsWith('```')
  const sure = fenced ? 'code' : task
  return trajectoriesOf({ externalId, task: sure, kind: kindOfTask(sure), messages })
}
