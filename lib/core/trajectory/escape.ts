import type { Json } from './types'

// U+241B is the picture of the escape character: it can be read, is stored by every database, and stands in hardly any text.
const sign = '\u241b'
// biome-ignore lint/suspicious/noControlCharactersInRegex: U+0000 is what has to be found
const unstorable = /[\u0000\u241b]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
const escaped = /\u241b([0-9A-F]{4})/g

/**
 * Text as PostgreSQL can store it without loss. It refuses U+0000 in text and jsonb and lone surrogates in jsonb, and
 * stores a lone surrogate in text as U+FFFD without a word. Each of these becomes U+241B and four hexadecimal digits,
 * and so does U+241B itself, so that `unescapeText(escapeText(text)) === text` for every string. Other text is returned
 * as it is. Everything that leaves `parseRecord` is escaped already; exports apply the inverse.
 */
export function escapeText(text: string): string {
  return text.replace(unstorable, (unit) => sign + unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0'))
}

/** The inverse of escapeText. Text that it did not write is returned as it is. */
export function unescapeText(text: string): string {
  return text.replace(escaped, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)))
}

/** Every string of a value escaped, names of members too. The depth of the value must be bounded. */
export function escapeJson<T extends Json>(value: T): T
export function escapeJson(value: Json): Json {
  return mapStrings(value, escapeText)
}

/** The inverse of escapeJson. */
export function unescapeJson(value: Json): Json {
  return mapStrings(value, unescapeText)
}

function mapStrings(value: Json, map: (text: string) => string): Json {
  if (typeof value === 'string') return map(value)
  if (Array.isArray(value)) return value.map((each) => mapStrings(each, map))
  if (value === null || typeof value !== 'object') return value
  // fromEntries defines members, so that one named __proto__ stays a member
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [map(name), mapStrings(each, map)]))
}
