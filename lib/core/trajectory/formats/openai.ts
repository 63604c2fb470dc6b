import { z } from 'zod'
import type { Message } from '../conversation'
import { freeText } from '../grammars/free-text'
import type { Instance, Json, ParsedTrajectory, StopReason } from '../types'
import { checked } from './checked'
import { complete } from './completeness'
import { trajectoriesOf } from './conversation-record'
import type { Format, ParseContext } from './format'
import { instanceIdOf } from './instance-id'
import { firstItem, isObject } from './is-object'
import { type KindOfTask, kindOf } from './kind-of'
import { readToolTurns } from './tool-turns'

const shape = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  messages: z.unknown(),
  model: z.string().nullish(),
  instance_id: z.string().optional(),
  run_id: z.string().optional(),
  resolved: z.boolean().nullish(),
  reward: z.number().nullish(),
})

/**
 * Messages as chat APIs write them: {messages: [{role, content, tool_calls}]}. With tool calls they are a trajectory;
 * OpenHands runs of SWE-Gym add instance_id, run_id and resolved. Without, prompt and way of writing tell the task.
 */
export const openAi: Format = {
  name: 'openai',
  title: 'OpenAI messages',
  input: 'json',
  recognise: (sample) => {
    const first = firstItem(sample, 'messages')
    if (first === null || !('role' in first) || !isObject(sample)) return null
    if ('epoch' in sample || 'traj' in sample) return null
    return { sure: true, reason: 'messages of role and content' }
  },
  read: readOpenAi,
  completeness: (task) => ({ ...complete, menu: task === 'tool-use' ? 'unknown' : 'present' }),
}

function readOpenAi(record: Json, context: ParseContext): ParsedTrajectory[] {
  const given = checked(shape, record)
  const messages = talking(readToolTurns(given.messages, 'messages'))
  const id = given.id ?? given.instance_id
  const externalId = id === undefined ? (context.key ?? `${context.ordinal}`) : `${id}`
  const { task, kind } = whichTask(messages, externalId, context)
  const run = given.instance_id === undefined ? null : instanceIdOf(given.instance_id)
  const instance: Partial<Instance> = run === null ? {} : { key: run.key }
  const stopReason: { stopReason?: StopReason } = given.resolved === true ? { stopReason: 'answered' } : {}
  return trajectoriesOf({
    externalId,
    task,
    kind,
    messages,
    model: given.model ?? given.run_id?.split('_maxiter', 1)[0] ?? null,
    method: run === null ? 'unknown' : 'exploration',
    attempt: run?.attempt ?? null,
    reward: given.resolved == null ? (given.reward ?? null) : Number(given.resolved),
    instance,
    ...stopReason,
  })
}

/** Where the agent acts by tool calls, a turn without one is said to the user, whatever the task's grammar. */
function talking(messages: readonly Message[]): Message[] {
  const acts = messages.some(({ calls }) => calls.length > 0)
  return messages.map((each) =>
    acts && each.by === 'agent' && each.calls.length === 0 ? { ...each, said: freeText(each.content) } : each,
  )
}

function whichTask(messages: readonly Message[], id: string, context: ParseContext): KindOfTask {
  const found = kindOf(messages, { task: context.task, id, sourceName: context.sourceName })
  const calls = messages.some((message) => message.calls.length > 0)
  return calls && found.kind !== 'trajectory' && context.task === null
    ? { task: 'tool-use', kind: 'trajectory' }
    : found
}
