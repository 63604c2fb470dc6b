import { z } from 'zod'
import { knowTask } from '../tasks'
import type { Completeness, Json, ParsedTrajectory } from '../types'
import { checked } from './checked'
import { trajectoriesOf } from './conversation-record'
import type { Format, ParseContext } from './format'
import { isObject } from './is-object'
import { taskOfId, taskOfPrompt } from './task-of'
import { readTurns } from './turns'

const shape = z.object({ id: z.union([z.string(), z.number()]).optional(), conversations: z.unknown() })
const published = /^(?:db|alfworld|kg|os|mind2web|webshop)_\d+$/

/**
 * AgentInstruct: {id: "db_0", conversations: [{from, value, loss}]}, and the variant of the Agent Data Protocol's raw
 * files with role/content, which has dropped `loss`. Only runs that earned their reward were published, so the reward
 * is 1 by construction (Mind2Web: at least 2/3); the records do not say which model acted.
 */
export const agentInstruct: Format = {
  name: 'agentinstruct',
  title: 'AgentInstruct',
  input: 'json',
  recognise: (sample) => {
    const { id, first, record } = lookAt(sample)
    if (first === null) return null
    if ('loss' in first && !('item_id' in record))
      return { sure: true, reason: 'conversations with from, value and loss' }
    return 'role' in first && published.test(id)
      ? { sure: true, reason: `conversations under an AgentInstruct id (${id})` }
      : null
  },
  read: readAgentInstruct,
  completeness,
}

function readAgentInstruct(record: Json, context: ParseContext): ParsedTrajectory[] {
  const { id, conversations } = checked(shape, record)
  const messages = readTurns(conversations, 'conversations')
  const externalId = id === undefined ? (context.key ?? `${context.ordinal}`) : `${id}`
  const texts = messages.slice(0, 3).map(({ content }) => content)
  const task = context.task ?? taskOfId(externalId) ?? taskOfPrompt(texts) ?? 'unknown'
  return trajectoriesOf({
    externalId,
    task,
    kind: 'trajectory',
    messages,
    method: 'exploration',
    reward: knowTask(task).rewardThreshold,
    rewardOrigin: 'by construction',
    stopReason: 'answered',
  })
}

function completeness(task: string): Completeness {
  const whole = { prompt: 'present', menu: 'present', images: 'present', earlierTurns: 'present' } as const
  // ALFWorld's prompt promises a list of actions in every turn that the records do not hold.
  if (task === 'alfworld') return { ...whole, menu: 'missing' }
  // A step of Mind2Web lists the actions before it, and shows a part of the page without its picture.
  return task === 'mind2web' ? { ...whole, images: 'missing' } : whole
}

function lookAt(sample: Json): { id: string; first: { [key: string]: Json } | null; record: { [key: string]: Json } } {
  if (!isObject(sample)) return { id: '', first: null, record: {} }
  const { id, conversations } = sample
  const first = Array.isArray(conversations) ? conversations[0] : undefined
  return { id: typeof id === 'string' ? id : '', first: isObject(first) ? first : null, record: sample }
}
