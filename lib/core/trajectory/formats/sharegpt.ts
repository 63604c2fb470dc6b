import { z } from 'zod'
import type { Message } from '../conversation'
import { readInner } from '../decode'
import type { Json, ParsedTrajectory } from '../types'
import { checked } from './checked'
import { undeclared } from './completeness'
import { trajectoriesOf } from './conversation-record'
import type { Format, ParseContext } from './format'
import { firstItem, isObject } from './is-object'
import { kindOf } from './kind-of'
import { taskOfId } from './task-of'
import { argumentsOf } from './tool-turns'
import { readTurns } from './turns'

const shape = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  system: z.string().nullish(),
  conversations: z.unknown(),
})

/**
 * ShareGPT conversations: {conversations: [{from, value}]}, also with role/content, with `system` beside them, and with
 * function_call and observation turns. Which task they belong to is read from id and prompt; else they are chat.
 */
export const shareGpt: Format = {
  name: 'sharegpt',
  title: 'ShareGPT conversations',
  input: 'json',
  recognise: (sample) => {
    const first = firstItem(sample, 'conversations')
    if (first === null || !isObject(sample)) return null
    const others = ['loss' in first, 'reward' in sample, 'item_id' in sample, isAgentBank(sample)]
    if (others.some(Boolean) || !('from' in first || 'role' in first)) return null
    if ('role' in first && typeof sample.id === 'string' && taskOfId(sample.id) !== null) return null
    return { sure: true, reason: 'conversations of from and value, or role and content' }
  },
  read: readShareGpt,
  completeness: () => undeclared,
}

/** Whether a record has what AgentBank adds to a conversation. */
export function isAgentBank(sample: Json): boolean {
  if (!isObject(sample)) return false
  const first = firstItem(sample, 'conversations')
  const named = typeof sample.id === 'string' && taskOfId(sample.id) !== null
  return first !== null && 'from' in first && ('game_file' in sample || 'meta_information' in sample || named)
}

function readShareGpt(record: Json, context: ParseContext): ParsedTrajectory[] {
  const { id, system, conversations } = checked(shape, record)
  const externalId = id === undefined ? (context.key ?? `${context.ordinal}`) : `${id}`
  const said = readTurns(withoutCalls(conversations), 'conversations').map((message, i) =>
    withCall(message, conversations, i),
  )
  const messages = system ? [...readTurns([{ role: 'system', content: system }], 'system'), ...said] : said
  const { task, kind } = kindOf(messages, { task: context.task, id: externalId, sourceName: context.sourceName })
  return trajectoriesOf({ externalId, task, kind, messages })
}

// A function call stands in a turn of its own: it is the agent's.
function withoutCalls(conversations: unknown): unknown {
  if (!Array.isArray(conversations)) return conversations
  return conversations.map((turn: unknown) => (isCall(turn) ? { ...turn, from: 'gpt' } : turn))
}

function withCall(message: Message, conversations: unknown, i: number): Message {
  const turn: unknown = Array.isArray(conversations) ? conversations[i] : null
  if (!isCall(turn)) return message
  const given = readInner(message.content)
  const name = isObject(given) && typeof given.name === 'string' ? given.name : 'unparsed'
  const inner = isObject(given) ? argumentsOf(given.arguments ?? {}) : {}
  const action = { name, arguments: inner, raw: message.content }
  return {
    ...message,
    role: 'function_call',
    said: { rationale: null, action, kind: name === 'unparsed' ? 'unparsed' : 'act' },
  }
}

function isCall(turn: unknown): turn is { from: 'function_call' } {
  return typeof turn === 'object' && turn !== null && 'from' in turn && turn.from === 'function_call'
}
