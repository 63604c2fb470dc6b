import { escapeText } from './escape'
import { nestingWithin } from './scan/problems'
import { type Json, RecordProblem } from './types'

const encoder = new TextEncoder()
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false })

/**
 * The text of a record.
 *
 * @throws RecordProblem naming the byte where it stops being UTF-8; the record's bytes are kept, so that they can be
 * read again once their encoding is known
 */
export function decodeText(bytes: Uint8Array): string {
  try {
    return strict.decode(bytes)
  } catch {
    const at = firstInvalid(bytes)
    const hint = bytes.indexOf(0) === -1 ? 'it may be Latin-1 or Windows-1252' : 'it may be UTF-16'
    throw new RecordProblem(`not UTF-8 at byte ${at} of the record (${hint}); convert the file to UTF-8`)
  }
}

/**
 * A record's JSON value. NaN and Infinity, which Python writes into JSON, are read as null.
 *
 * @throws RecordProblem where the text is not JSON
 */
export function readJson(text: string): Json {
  try {
    return JSON.parse(text)
  } catch (error) {
    const lenient = withoutNaN(text)
    if (lenient !== null) return decodeLenient(lenient)
    throw notJson(error)
  }
}

const deepestInner = 100
const hugeNumber = /\d[eE]\+?\d{3}|\d{300}/

/**
 * JSON that stands in a string of a record, such as a tool call's arguments. Text that is no JSON, or is nested more
 * than 100 deep, is given back as it is: nobody may walk it by recursion. So is text with a number that may be too
 * large to be one.
 */
export function readInner(text: string): Json {
  if (hugeNumber.test(text) || nestingWithin(encoder.encode(text), deepestInner) < 0) return text
  try {
    const value: Json = JSON.parse(text)
    return value
  } catch {
    return text
  }
}

function decodeLenient(text: string): Json {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw notJson(error)
  }
}

function notJson(error: unknown): RecordProblem {
  const said = error instanceof Error ? error.message : String(error)
  const short = Array.from(said).slice(0, 160).join('')
  return new RecordProblem(`not JSON: ${escapeText(short)}`)
}

/** The text with NaN, Infinity and -Infinity outside strings replaced by null, or null where there is none. */
function withoutNaN(text: string): string | null {
  const pieces: string[] = []
  let from = 0
  for (const { 0: word, index } of text.matchAll(/-?\b(?:NaN|Infinity)\b/g)) {
    pieces.push(text.slice(from, index), word)
    from = index + word.length
  }
  if (pieces.length === 0) return null
  pieces.push(text.slice(from))
  return outsideStrings(pieces)
}

/** Every second piece becomes null where the pieces before it leave no string open. */
function outsideStrings(pieces: readonly string[]): string {
  let inString = false
  return pieces
    .map((piece, i) => {
      if (i % 2 === 1) return inString ? piece : 'null'
      inString = endsInString(piece, inString)
      return piece
    })
    .join('')
}

function endsInString(text: string, before: boolean): boolean {
  let inString = before
  for (let i = 0; i < text.length; i++) {
    const character = text[i]
    if (character === '"') inString = !inString
    else if (inString && character === '\\') i++
  }
  return inString
}

function firstInvalid(bytes: Uint8Array): number {
  let low = 0
  let high = bytes.length
  // A prefix is valid when a streaming decoder accepts it: the end may fall inside a character.
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (isUtf8(bytes.subarray(0, middle), true)) low = middle
    else high = middle - 1
  }
  while (low > 0 && !isUtf8(bytes.subarray(0, low), false)) low--
  return low
}

function isUtf8(bytes: Uint8Array, stream: boolean): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream })
    return true
  } catch {
    return false
  }
}
