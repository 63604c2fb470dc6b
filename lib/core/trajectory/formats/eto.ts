import { z } from 'zod'
import type { Instance, Json, Method, ParsedTrajectory } from '../types'
import { checked } from './checked'
import { ofConversation } from './completeness'
import { trajectoriesOf } from './conversation-record'
import type { Format, ParseContext } from './format'
import { gameOf } from './game-file'
import { firstItem, isObject } from './is-object'
import { kindOf } from './kind-of'
import { readTurns } from './turns'

const shape = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  conversations: z.unknown(),
  reward: z.union([z.number(), z.boolean()]).nullable(),
  source: z.string().nullish(),
  game_file: z.string().nullish(),
})

/**
 * ETO's expert and explored trajectories: from/value with a recorded reward. Where `source` is human, the actions are a
 * person's and the rationales were written for them afterwards by a model that knew the actions.
 */
export const eto: Format = {
  name: 'eto',
  title: 'ETO',
  input: 'json',
  recognise: (sample) => {
    const first = firstItem(sample, 'conversations')
    const fits = first !== null && 'from' in first && isObject(sample) && 'reward' in sample && !('item_id' in sample)
    return fits ? { sure: true, reason: 'conversations of from and value with a reward' } : null
  },
  read: readEto,
  completeness: ofConversation,
}

function readEto(record: Json, context: ParseContext): ParsedTrajectory[] {
  const { id, conversations, reward, source, game_file: game } = checked(shape, record)
  const externalId = id === undefined ? (context.key ?? `${context.ordinal}`) : `${id}`
  const messages = readTurns(conversations, 'conversations')
  const { task } = kindOf(messages, { task: context.task, id: externalId, sourceName: context.sourceName })
  const method: Method = source === 'human' ? 'human' : 'exploration'
  const instance: Partial<Instance> = game ? { key: gameOf(game) } : {}
  const score = typeof reward === 'boolean' ? Number(reward) : reward
  return trajectoriesOf({ externalId, task, kind: 'trajectory', messages, method, instance, reward: score })
}
