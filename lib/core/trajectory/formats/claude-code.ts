import { z } from 'zod'
import { type Message, saying } from '../conversation'
import type { Json, ParsedTrajectory } from '../types'
import { RecordProblem } from '../types'
import { readBlocks } from './blocks'
import { checked } from './checked'
import { trajectoriesOf } from './conversation-record'
import type { Format, ParseContext } from './format'
import { readLines } from './session-lines'

const line = z.object({
  type: z.string(),
  sessionId: z.string().optional(),
  isSidechain: z.boolean().optional(),
  isMeta: z.boolean().optional(),
  agentId: z.string().optional(),
  message: z
    .object({ id: z.string().optional(), model: z.string().optional(), content: z.json().optional() })
    .optional(),
})
type Line = z.infer<typeof line>

/**
 * Claude Code's session logs: JSON lines of type user, assistant, system and others; the file is one session. Blocks of
 * one answer stand on lines of their own under one message id. Sub-agents (sidechains) are trajectories beside the main
 * one. The system prompt and the tools' descriptions are not logged.
 */
export const claudeCode: Format = {
  name: 'claude-code',
  title: 'Claude Code session',
  input: 'text',
  container: { kind: 'whole' },
  recognise: (sample) =>
    typeof sample === 'string' &&
    /^\{.{0,4000}"(?:sessionId|leafUuid|parentUuid|messageId)"\s*:/.test(firstLines(sample))
      ? { sure: true, reason: 'lines with sessionId and parentUuid' }
      : null,
  read: readSession,
  completeness: () => ({ prompt: 'missing', menu: 'missing', images: 'missing', earlierTurns: 'present' }),
}

function readSession(record: Json, context: ParseContext): ParsedTrajectory[] {
  const { lines, cut } = readLines(typeof record === 'string' ? record : '')
  const read = lines.map((each, i) => checked(line, each, [`line ${i + 1}`]))
  const session = read.find(({ sessionId }) => sessionId !== undefined)?.sessionId ?? context.sourceName
  const chains = chainsOf(read.filter(isTalk))
  const found = [...chains].flatMap(([chain, own]) => {
    const messages = messagesOf(own)
    if (messages.every(({ by }) => by !== 'agent')) return []
    return trajectoriesOf({
      externalId: chain === 'main' ? session : `${session}/${chain}`,
      task: context.task ?? 'coding-session',
      kind: 'trajectory',
      messages,
      model: own.find(({ message }) => message?.model !== undefined)?.message?.model ?? null,
      method: 'exploration',
      stopReason: cut ? 'crash' : 'unknown',
      instance: { key: chain === 'main' ? session : `${session}/${chain}` },
    })
  })
  if (found.length === 0) throw new RecordProblem('the session holds no answer of the model')
  return found
}

/** The main chain and those of sub-agents, each in the order of the log. */
function chainsOf(lines: readonly Line[]): Map<string, Line[]> {
  const chains = new Map<string, Line[]>()
  for (const each of lines) {
    const chain = each.isSidechain === true ? (each.agentId ?? 'sidechain') : 'main'
    const own = chains.get(chain)
    if (own) own.push(each)
    else chains.set(chain, [each])
  }
  return chains
}

function messagesOf(lines: readonly Line[]): Message[] {
  const messages: Message[] = []
  let answer: string | undefined
  for (const { type, message } of lines) {
    const blocks = readBlocks(message?.content)
    if (type === 'assistant') {
      const last = messages.at(-1)
      const same = last !== undefined && message?.id !== undefined && message.id === answer && last.by === 'agent'
      answer = message?.id
      if (same) messages[messages.length - 1] = merged(last, blocks)
      else messages.push(merged({ ...saying('assistant', 'agent', '') }, blocks))
    } else {
      messages.push(...blocks.results.map((result) => answered(result)))
      if (blocks.text !== '') messages.push(saying('user', 'user', blocks.text))
    }
  }
  return messages
}

/** Thinking stands before what is said; beside tool calls both are the rationale. */
function merged(message: Message, { text, thinking, calls }: ReturnType<typeof readBlocks>): Message {
  const said = [message.content, thinking, text].filter((part) => part !== '').join('\n')
  return { ...message, content: said, calls: [...message.calls, ...calls] }
}

function answered({ id, content, failed }: ReturnType<typeof readBlocks>['results'][number]): Message {
  return { ...saying('tool', 'environment', content), answers: id, errored: failed }
}

function isTalk({ type, isMeta }: Line): boolean {
  return (type === 'user' || type === 'assistant') && isMeta !== true
}

function firstLines(text: string): string {
  const line: string = text.split('\n', 3).find((each) => each.includes('Uuid') || each.includes('sessionId')) ?? ''
  return line.slice(0, 8000)
}
