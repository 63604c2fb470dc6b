/** A word of a query: `-key:value,"other value"`, a bare word, or a quoted phrase. Offsets are code units. */
export type Token = {
  start: number
  end: number
  negated: boolean
  key: string | null
  values: string[]
  text: string // of a token without a key
  quoted: boolean
  unclosed: boolean
}

const blank = /\s/u
const keyStart = /^[a-z][a-z-]*:/i

type Piece = { value: string; next: number; quoted: boolean; unclosed: boolean }

/** Reads a quoted string; inside, a backslash makes the next character literal. */
function quoted(text: string, from: number): Piece {
  let value = ''
  for (let at = from + 1; at < text.length; at += 1) {
    const character = text.charAt(at)
    if (character === '"') return { value, next: at + 1, quoted: true, unclosed: false }
    if (character === '\\' && at + 1 < text.length) at += 1
    value += text.charAt(at)
  }
  return { value, next: text.length, quoted: true, unclosed: true }
}

function bare(text: string, from: number, stop: (character: string) => boolean): Piece {
  let next = from
  while (next < text.length && !stop(text.charAt(next))) next += 1
  return { value: text.slice(from, next), next, quoted: false, unclosed: false }
}

const piece = (text: string, from: number, stop: (character: string) => boolean) =>
  text.charAt(from) === '"' ? quoted(text, from) : bare(text, from, stop)

function keyed(text: string, start: number, from: number, negated: boolean, key: string): Token {
  const values: string[] = []
  let at = from
  let anyQuoted = false
  let unclosed = false
  const stop = (character: string) => blank.test(character) || character === ','
  while (at < text.length && !blank.test(text.charAt(at))) {
    const read = piece(text, at, stop)
    if (read.value !== '' || read.quoted) values.push(read.value)
    anyQuoted ||= read.quoted
    unclosed ||= read.unclosed
    at = text.charAt(read.next) === ',' ? read.next + 1 : read.next
  }
  return { start, end: at, negated, key, values, text: '', quoted: anyQuoted, unclosed }
}

/** Cuts a query into tokens; loses no character that is not white space. */
export function lex(text: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  while (at < text.length) {
    if (blank.test(text.charAt(at))) {
      at += 1
      continue
    }
    const start = at
    const negated = text.charAt(at) === '-' && at + 1 < text.length && !blank.test(text.charAt(at + 1))
    if (negated) at += 1
    const key = keyStart.exec(text.slice(at, at + 40))?.[0]
    if (key !== undefined) {
      const token = keyed(text, start, at + key.length, negated, key.slice(0, -1).toLowerCase())
      tokens.push(token)
      at = token.end
      continue
    }
    const read = piece(text, at, (character) => blank.test(character))
    tokens.push({
      start,
      end: read.next,
      negated,
      key: null,
      values: [],
      text: read.value,
      quoted: read.quoted,
      unclosed: read.unclosed,
    })
    at = read.next
  }
  return tokens
}
