import type { Action } from '../types'
import { acted, type Grammar, unparsed } from './grammar'

/** CodeAct: thoughts, then `<execute>code</execute>` or `<solution>answer</solution>`. */
export const codeAct: Grammar = (text) => tagged(text, 'execute') ?? tagged(text, 'solution') ?? unparsed(text.trim())

function tagged(text: string, tag: 'execute' | 'solution') {
  const start = text.indexOf(`<${tag}>`)
  if (start === -1) return null
  const from = start + tag.length + 2
  const end = text.indexOf(`</${tag}>`, from)
  const body = text.slice(from, end === -1 ? undefined : end).trim()
  const rationale = text.slice(0, start).trim()
  const raw = text.slice(start).trim()
  const action: Action =
    tag === 'execute'
      ? { name: 'python', arguments: { code: body }, raw }
      : { name: 'answer', arguments: { answer: body }, raw }
  return acted(rationale === '' ? null : rationale, action)
}
