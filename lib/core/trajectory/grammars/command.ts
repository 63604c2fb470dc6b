import type { Action } from '../types'
import { acted, type Grammar, unparsed } from './grammar'

/** SWE-agent: thoughts, then one fenced command, or one in `<command>` tags. */
export const command: Grammar = (text) => {
  const found = between(text, '<command>', '</command>') ?? fenced(text)
  if (found === null) return unparsed(text.trim())
  const rationale = text.slice(0, found.start).trim()
  return acted(rationale === '' ? null : rationale, { ...commandOf(found.body), raw: text.slice(found.start).trim() })
}

/** A shell command as an action: named by its first word. */
export function commandOf(written: string): Action {
  const line = written.trim()
  const name = /^[A-Za-z_][\w.+-]{0,60}/.exec(line)?.[0] ?? 'bash'
  return { name, arguments: { command: line }, raw: line }
}

function fenced(text: string): { start: number; body: string } | null {
  const close = text.lastIndexOf('```')
  const start = close === -1 ? -1 : text.lastIndexOf('```', close - 1)
  if (start === -1 || start === close) return null
  const inner = text.slice(start + 3, close)
  const line = inner.indexOf('\n')
  const language = line !== -1 && /^[a-z]{0,12}$/.test(inner.slice(0, line).trim())
  return { start, body: language ? inner.slice(line + 1) : inner }
}

function between(text: string, open: string, close: string): { start: number; body: string } | null {
  const start = text.lastIndexOf(open)
  if (start === -1) return null
  const end = text.indexOf(close, start)
  return { start, body: text.slice(start + open.length, end === -1 ? undefined : end) }
}
