import { z } from 'zod'
import type { Json, ParsedTrajectory } from '../types'
import { checked } from './checked'
import { ofConversation } from './completeness'
import { trajectoriesOf } from './conversation-record'
import type { Format, ParseContext } from './format'
import { firstItem, isObject } from './is-object'
import { kindOf } from './kind-of'
import { readTurns } from './turns'

const shape = z.object({
  item_id: z.union([z.string(), z.number()]),
  conversations: z.unknown(),
  reward: z.union([z.number(), z.boolean()]).nullish(),
})

/**
 * AgentGym: {item_id: "alfworld_12", conversations: [{from, value, loss}]}, and the logs of its evaluator, which have
 * role/content and a reward. The item is the problem: its id is the instance's key.
 */
export const agentGym: Format = {
  name: 'agentgym',
  title: 'AgentGym',
  input: 'json',
  recognise: (sample) =>
    isObject(sample) && 'item_id' in sample && firstItem(sample, 'conversations') !== null
      ? { sure: true, reason: 'conversations under an item_id' }
      : null,
  read: readAgentGym,
  completeness: ofConversation,
}

function readAgentGym(record: Json, context: ParseContext): ParsedTrajectory[] {
  const { item_id: item, conversations, reward } = checked(shape, record)
  const messages = readTurns(conversations, 'conversations')
  const { task } = kindOf(messages, { task: context.task, id: `${item}`, sourceName: context.sourceName })
  return trajectoriesOf({
    externalId: `${item}`,
    task,
    kind: 'trajectory',
    messages,
    method: 'exploration',
    reward: typeof reward === 'boolean' ? Number(reward) : (reward ?? null),
    instance: { key: `${item}` },
  })
}
