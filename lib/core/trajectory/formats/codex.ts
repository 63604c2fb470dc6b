import { z } from 'zod'
import { type Message, saying } from '../conversation'
import type { Json, ParsedTrajectory } from '../types'
import { RecordProblem } from '../types'
import { readBlocks } from './blocks'
import { checked } from './checked'
import { trajectoriesOf } from './conversation-record'
import type { Format, ParseContext } from './format'
import { isObject } from './is-object'
import { readLines } from './session-lines'
import { argumentsOf } from './tool-turns'
import { speaker } from './turns'

const item = z.object({
  type: z.string(),
  role: z.string().optional(),
  content: z.json().optional(),
  name: z.string().optional(),
  arguments: z.json().optional(),
  input: z.json().optional(),
  action: z.json().optional(),
  call_id: z.string().nullish(),
  output: z.json().optional(),
  summary: z.json().optional(),
})
type Item = z.infer<typeof item>

const calls = ['function_call', 'custom_tool_call', 'local_shell_call']
const outputs = ['function_call_output', 'custom_tool_call_output', 'local_shell_call_output']

/**
 * Codex' rollout logs: JSON lines of session_meta, turn_context and response_item, or, in older ones, the items
 * themselves; the file is one session. Reasoning is there as a summary where it is not encrypted, and is the rationale
 * of what follows it. event_msg lines repeat items and are left out.
 */
export const codex: Format = {
  name: 'codex',
  title: 'Codex session',
  input: 'text',
  container: { kind: 'whole' },
  recognise: (sample) => {
    if (typeof sample !== 'string') return null
    const head = sample.slice(0, 2000).split('\n', 2).join('\n')
    const wrapped = head.startsWith('{') && head.includes('"session_meta"')
    const bare = head.startsWith('{') && head.includes('"record_type":"state"')
    return wrapped || bare ? { sure: true, reason: 'lines of session_meta and response_item' } : null
  },
  read: readSession,
  completeness: () => ({ prompt: 'missing', menu: 'missing', images: 'missing', earlierTurns: 'present' }),
}

function readSession(record: Json, context: ParseContext): ParsedTrajectory[] {
  const { lines, cut } = readLines(typeof record === 'string' ? record : '')
  const payload = (each: (typeof lines)[number]) => (isObject(each.payload) ? each.payload : each)
  const meta = payload(lines.find(({ type }) => type === 'session_meta') ?? lines[0] ?? {})
  const context_ = payload(lines.find(({ type }) => type === 'turn_context') ?? {})
  const items = lines.flatMap((each, i) => {
    if (each.type === 'response_item') return [checked(item, each.payload, [`line ${i + 1}`, 'payload'])]
    const bare = each.payload === undefined && typeof each.type === 'string'
    return bare ? [checked(item, each, [`line ${i + 1}`])] : []
  })
  const id = typeof meta.id === 'string' ? meta.id : context.sourceName
  const messages = messagesOf(items)
  if (messages.every(({ by }) => by !== 'agent')) throw new RecordProblem('the session holds no answer of the model')
  return trajectoriesOf({
    externalId: id,
    task: context.task ?? 'coding-session',
    kind: 'trajectory',
    messages,
    model: typeof context_.model === 'string' ? context_.model : null,
    method: 'exploration',
    stopReason: cut ? 'crash' : 'unknown',
    instance: { key: id },
  })
}

function messagesOf(items: readonly Item[]): Message[] {
  const messages: Message[] = []
  let thinking = ''
  for (const each of items) {
    if (each.type === 'reasoning') thinking = [thinking, readBlocks(each.summary).text].filter(Boolean).join('\n')
    else {
      const message = messageOf(each, thinking)
      if (message === null) continue
      messages.push(message)
      if (message.by === 'agent') thinking = ''
    }
  }
  return messages
}

function messageOf(each: Item, thinking: string): Message | null {
  if (each.type === 'message') {
    const { text } = readBlocks(each.content)
    const role = each.role ?? 'user'
    const by = speaker(role, 'role')
    if (by !== 'agent') return saying(role, by, text)
    const rationale = thinking === '' ? null : thinking
    return {
      ...saying(role, by, text),
      said: { rationale, action: { name: 'respond', arguments: {}, raw: text }, kind: 'talk' },
    }
  }
  if (calls.includes(each.type)) {
    const name = each.name ?? 'shell'
    const given = each.arguments ?? each.input ?? each.action ?? {}
    const raw = `${name}(${typeof given === 'string' ? given : JSON.stringify(given)})`
    const call = { id: each.call_id ?? null, action: { name, arguments: argumentsOf(given), raw } }
    return { ...saying('assistant', 'agent', thinking), calls: [call] }
  }
  if (!outputs.includes(each.type)) return null
  return { ...saying('tool', 'environment', outputOf(each.output)), answers: each.call_id ?? null }
}

function outputOf(output: Json | undefined): string {
  if (isObject(output) && typeof output.content === 'string') return output.content
  return typeof output === 'string' ? output : readBlocks(output).text
}
