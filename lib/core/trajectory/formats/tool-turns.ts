import { z } from 'zod'
import type { Message, ToolCall } from '../conversation'
import { readInner } from '../decode'
import type { Json, JsonObject } from '../types'
import { checked } from './checked'
import { speaker } from './turns'

const part = z.object({ type: z.string().optional(), text: z.string().optional() })
const call = z.object({
  id: z.string().nullish(),
  function: z.object({ name: z.string(), arguments: z.json().optional() }),
})
const turn = z.object({
  role: z.string(),
  content: z.union([z.string(), z.array(part)]).nullish(),
  tool_calls: z.array(call).nullish(),
  function_call: z.object({ name: z.string(), arguments: z.json().optional() }).nullish(),
  tool_call_id: z.string().nullish(),
})

/**
 * Messages as chat APIs write them, with tool calls. Arguments are JSON in a string: what is not an object stays as it
 * was written, under `text`.
 *
 * @throws RecordProblem where a message is none
 */
export function readToolTurns(list: unknown, field: string): Message[] {
  return checked(z.array(turn).min(1, 'there are no messages'), list, [field]).map((each, i) => {
    const single = each.function_call ? [{ id: null, function: each.function_call }] : []
    return {
      role: each.role,
      by: speaker(each.role, `${field}.${i}.role`),
      content: textOf(each.content ?? ''),
      calls: (each.tool_calls ?? single).map(readCall),
      answers: each.tool_call_id ?? null,
      loss: null,
    }
  })
}

function readCall({ id, function: { name, arguments: given = {} } }: z.infer<typeof call>): ToolCall {
  const raw = typeof given === 'string' ? given : JSON.stringify(given)
  return { id: id ?? null, action: { name, arguments: argumentsOf(given), raw: `${name}(${raw})` } }
}

/** A call's arguments by value. */
export function argumentsOf(given: Json): JsonObject {
  const value = typeof given === 'string' ? readInner(given) : given
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
  return value === '' || value === null ? {} : { text: value }
}

function textOf(content: string | z.infer<typeof part>[]): string {
  if (typeof content === 'string') return content
  return content.map(({ text, type }) => text ?? (type === undefined ? '' : `[${type}]`)).join('\n')
}
