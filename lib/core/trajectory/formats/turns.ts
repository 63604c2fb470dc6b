import { z } from 'zod'
import { type Message, saying } from '../conversation'
import { RecordProblem } from '../types'
import { checked } from './checked'

const roles: Readonly<Record<string, Message['by']>> = {
  system: 'system',
  developer: 'system',
  human: 'user',
  user: 'user',
  gpt: 'agent',
  assistant: 'agent',
  agent: 'agent',
  ai: 'agent',
  model: 'agent',
  bot: 'agent',
  chatgpt: 'agent',
  tool: 'environment',
  function: 'environment',
  observation: 'environment',
  environment: 'environment',
  ipython: 'environment',
}

const turn = z.object({
  from: z.string().optional(),
  role: z.string().optional(),
  value: z.string().nullish(),
  content: z.string().nullish(),
  loss: z.boolean().nullish(),
})

/**
 * Messages in either spelling, from/value or role/content, without tool calls.
 *
 * @throws RecordProblem where a message has no text or a role that nobody knows
 */
export function readTurns(list: unknown, field: string): Message[] {
  return checked(z.array(turn).min(1, 'there are no messages'), list, [field]).map((each, i) => {
    const role = each.from ?? each.role
    const text = each.value ?? each.content
    if (role === undefined) throw new RecordProblem('the message names no role', `${field}.${i}.role`)
    if (text === undefined) throw new RecordProblem('the message has no text', `${field}.${i}.content`)
    return saying(role, speaker(role, `${field}.${i}`), text ?? '', each.loss ?? null)
  })
}

/**
 * Who speaks in a role.
 *
 * @throws RecordProblem for a role that is not known
 */
export function speaker(role: string, field: string): Message['by'] {
  const by = roles[role.toLowerCase()]
  if (by === undefined) throw new RecordProblem(`the role "${role.slice(0, 60)}" is not known`, field)
  return by
}
