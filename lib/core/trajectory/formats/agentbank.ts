import { z } from 'zod'
import type { Instance, Json, ParsedTrajectory } from '../types'
import { checked } from './checked'
import { ofConversation } from './completeness'
import { trajectoriesOf } from './conversation-record'
import type { Format, ParseContext } from './format'
import { gameOf } from './game-file'
import { isObject } from './is-object'
import { kindOf } from './kind-of'
import { isAgentBank } from './sharegpt'
import { readTurns } from './turns'

const shape = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  conversations: z.unknown(),
  game_file: z.string().nullish(),
  meta_information: z.json().optional(),
})

/**
 * AgentBank: conversations of from and value with the extras `game_file` and `meta_information`. The game file is the
 * problem's start state, so it is the instance's key. Which turns the loss covers is not said.
 */
export const agentBank: Format = {
  name: 'agentbank',
  title: 'AgentBank',
  input: 'json',
  recognise: (sample) => {
    if (!isAgentBank(sample) || !isObject(sample) || 'reward' in sample || 'item_id' in sample) return null
    const [first] = Array.isArray(sample.conversations) ? sample.conversations : []
    if (isObject(first) && 'loss' in first) return null
    return { sure: true, reason: 'conversations of from and value with a task’s id, game_file or meta_information' }
  },
  read: readAgentBank,
  completeness: ofConversation,
}

function readAgentBank(record: Json, context: ParseContext): ParsedTrajectory[] {
  const { id, conversations, game_file: game, meta_information: meta } = checked(shape, record)
  const externalId = id === undefined ? (context.key ?? `${context.ordinal}`) : `${id}`
  const messages = readTurns(conversations, 'conversations')
  const hints = { task: context.task, id: externalId, sourceName: context.sourceName }
  const { task, kind } = kindOf(messages, hints)
  const file = game ?? (isObject(meta) && typeof meta.game_file === 'string' ? meta.game_file : null)
  const instance: Partial<Instance> = file === null ? {} : { key: gameOf(file) }
  return trajectoriesOf({ externalId, task, kind, messages, instance })
}
