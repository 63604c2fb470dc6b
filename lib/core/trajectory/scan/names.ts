import { escapeText } from '../escape'
import { isSpace, openBrace, quote } from './bytes'

const decoder = new TextDecoder()

/** The name of an object's first member with its quotes, or null where the bytes begin otherwise. */
export function firstName(bytes: Uint8Array): Uint8Array | null {
  if (bytes[0] !== openBrace) return null
  let start = 1
  while (isSpace(bytes[start])) start++
  if (bytes[start] !== quote) return null
  const end = bytes.indexOf(quote, start + 1)
  return end === -1 || end - start > 256 ? null : bytes.slice(start, end + 1)
}

/** Whether the next byte is escaped: the bytes end in an odd number of backslashes. */
export function isEscaped(bytes: readonly number[]): boolean {
  let slashes = 0
  while (bytes[bytes.length - 1 - slashes] === 0x5c) slashes++
  return slashes % 2 === 1
}

/** A member's name from its JSON text, as it may be stored; where it is not JSON, the text itself. */
export function keyText(json: Uint8Array): string {
  const text = decoder.decode(json)
  try {
    return escapeText(String(JSON.parse(text)))
  } catch {
    return escapeText(text)
  }
}
