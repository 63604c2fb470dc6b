import { escapeText } from './escape'
import { type Json, RecordProblem } from './types'

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
  if (!text.includes('NaN') && !text.includes('Infinity')) return null
  return text.replace(/"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/g, (found) => (found.startsWith('"') ? found : 'null'))
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
