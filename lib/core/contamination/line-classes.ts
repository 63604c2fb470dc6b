import { isUtf8 } from 'node:buffer'
import type { LineMarks } from './line-marks'

/** What about a line's encoding makes its bytes say too little about its text. */
export type Doubts = {
  /** A character that is the same token as a space. */
  conflated: string | null
  /** Characters beyond ASCII are searched for in each spelling: a line that mixes spellings is read in full. */
  spellings: boolean
  /** Something that is searched for holds a place that encoders spell at will: lines that may hold one are read in full. */
  unstable: boolean
}

const backslash = 0x5c
const slash = Buffer.from('\\/')
const zero = Buffer.from('\\u00')
const anyEscape = Buffer.from('\\u')
const wavering = ['\u007f', '\u2028', '\u2029', '\ufffd'].map((character) => Buffer.from(character))

/** The characters that JSON escapes with a letter of their own. */
const lettered = new Set([0x08, 0x09, 0x0a, 0x0c, 0x0d])

/**
 * Marks the lines whose text can't be searched for by its bytes: those that escape what needs no escape (a slash, a
 * printable character), spell a control character in another way than with its letter, or raise one of the doubts. A
 * chunk that isn't UTF-8 is read in full.
 */
export function markDoubtful(marks: LineMarks, { conflated, spellings, unstable }: Doubts): void {
  const chunk = marks.bytes.subarray(0, marks.end)
  if (!isUtf8(chunk)) marks.markAll()
  markEach(marks, chunk, slash, (at) => isEscape(chunk, at))
  markEach(marks, chunk, zero, (at) => isEscape(chunk, at) && isNeedless(codeAt(chunk, at)))
  if (conflated !== null) {
    markEach(marks, chunk, Buffer.from(conflated), () => true)
    const code = conflated.charCodeAt(0)
    markEach(marks, chunk, Buffer.from(`\\u${code.toString(16).slice(0, 2)}`), (at) => codeAt(chunk, at) === code)
  }
  if (spellings) markMixed(marks, chunk)
  if (unstable) for (const needle of [anyEscape, ...wavering]) markEach(marks, chunk, needle, () => true)
}

/** Marks the lines in which the needle stands at a place that applies. */
function markEach(marks: LineMarks, chunk: Buffer, needle: Buffer, applies: (at: number) => boolean): void {
  for (let at = chunk.indexOf(needle); at >= 0; ) {
    const behind = applies(at) ? marks.mark(at) : at + 1
    at = behind < chunk.length ? chunk.indexOf(needle, behind) : -1
  }
}

/** Whether the backslash at a place begins an escape: an even number of them stands before it. */
function isEscape(chunk: Buffer, at: number): boolean {
  let before = at
  while (before > 0 && chunk[before - 1] === backslash) before--
  return (at - before) % 2 === 0
}

/** The code unit of the escape \uXXXX at a place; NaN where it has none. */
const codeAt = (chunk: Buffer, at: number): number => Number.parseInt(chunk.toString('latin1', at + 2, at + 6), 16)

const isNeedless = (code: number): boolean => (code >= 0x20 && code < 0x7f) || lettered.has(code)

/** Marks the lines that have characters beyond ASCII both as they are and escaped, or escapes in both cases. */
function markMixed(marks: LineMarks, chunk: Buffer): void {
  for (let at = chunk.indexOf(anyEscape); at >= 0; ) {
    const line = marks.lineAt(at)
    const behind = marks.start(line + 1)
    if (mixesSpellings(chunk, marks.start(line), behind)) marks.mark(at)
    at = behind < chunk.length ? chunk.indexOf(anyEscape, behind) : -1
  }
}

function mixesSpellings(chunk: Buffer, from: number, to: number): boolean {
  let [beyond, escaped, lower, upper] = [false, false, false, false]
  for (let at = from; at < to; at++) {
    const byte = chunk[at] ?? 0
    if (byte >= 0x80) beyond = true
    if (byte !== backslash) continue
    at++
    if (chunk[at] !== 0x75) continue
    escaped = true
    for (let digit = at + 1; digit <= at + 4; digit++) {
      const sign = chunk[digit] ?? 0
      if (sign >= 0x61) lower = true
      else if (sign >= 0x41) upper = true
    }
  }
  return (beyond && escaped) || (lower && upper)
}
