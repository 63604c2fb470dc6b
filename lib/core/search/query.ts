import { isQueryKey, type QueryKey, type QueryKeyName, queryKeys } from './keys'
import { lex, type Token } from './lex'

export type NumberRange = { low: number | null; high: number | null; lowOpen: boolean; highOpen: boolean }

export const textParts = ['rationale', 'action', 'observation', 'instruction'] as const
export type TextPart = (typeof textParts)[number]

/** One condition of a query. Terms are joined by AND, the values of one term by OR. */
export type Term =
  | { type: 'names'; key: QueryKeyName; negated: boolean; values: string[]; none: boolean }
  | { type: 'numbers'; key: QueryKeyName; negated: boolean; ranges: NumberRange[]; none: boolean }
  | {
      type: 'text'
      part: 'any' | TextPart
      negated: boolean
      text: string
      phrase: boolean
    }

/** Where a query cannot be understood: code-unit offsets into its text, and what to do about it. */
export type QueryProblem = { start: number; end: number; message: string }

export type Query = { text: string; terms: Term[]; problems: QueryProblem[] }

const bound = /^(>=|<=|>|<|)(-?\d+(?:\.\d+)?)$/
const between = /^(-?\d+(?:\.\d+)?)\.\.(<?)(-?\d+(?:\.\d+)?)$/

function numberRange(value: string): NumberRange | null {
  const span = between.exec(value)
  if (span) return { low: Number(span[1]), high: Number(span[3]), lowOpen: false, highOpen: span[2] === '<' }
  const found = bound.exec(value)
  if (!found) return null
  const [, sign, digits] = found
  const number = Number(digits)
  const open = sign === '>' || sign === '<'
  if (sign === '') return { low: number, high: number, lowOpen: false, highOpen: false }
  return sign?.startsWith('>')
    ? { low: number, high: null, lowOpen: open, highOpen: false }
    : { low: null, high: number, lowOpen: false, highOpen: open }
}

function numbersTerm(name: QueryKeyName, key: QueryKey, token: Token): Term | string {
  const none = key.optional === true && token.values.includes('none')
  const given = token.values.filter((value) => !(none && value === 'none'))
  const ranges = given.map(numberRange)
  const bad = given.find((_, i) => ranges[i] === null)
  if (bad !== undefined)
    return `${name} takes a number: ${name}:1, ${name}:>=0.7, ${name}:2..5 or ${name}:2..<5${key.optional ? `, or ${name}:none` : ''}; “${bad}” is none of these.`
  return { type: 'numbers', key: name, negated: token.negated, ranges: ranges.filter((range) => range !== null), none }
}

function namesTerm(name: QueryKeyName, key: QueryKey, token: Token): Term | string {
  const none = key.optional === true && token.values.includes('none')
  const values = token.values.filter((value) => !(none && value === 'none'))
  const known = key.values
  const bad = known === undefined ? undefined : values.find((value) => !known.includes(value))
  if (bad !== undefined && known !== undefined)
    return `${name} is one of ${[...known, ...(key.optional ? ['none'] : [])].join(', ')}; “${bad}” is not.`
  return { type: 'names', key: name, negated: token.negated, values, none }
}

function filterTerm(token: Token & { key: string }): Term | string {
  if (!isQueryKey(token.key))
    return `There is no filter “${token.key}:”. Known are ${Object.keys(queryKeys).join(', ')}. To search for these characters, put them in quotes.`
  const key: QueryKey = queryKeys[token.key]
  if (token.values.length === 0) return `${token.key}: is followed by nothing. It asks for ${key.hint}.`
  if (key.kind === 'number') return numbersTerm(token.key, key, token)
  if (key.kind !== 'text') return namesTerm(token.key, key, token)
  const [text, ...more] = token.values
  if (text === undefined || more.length > 0) return `${token.key}: takes one word or one quoted phrase.`
  const part = textParts.find((one) => one === token.key) ?? 'any'
  return { type: 'text', part, negated: token.negated, text, phrase: token.quoted }
}

function term(token: Token): Term | string {
  if (token.unclosed) return 'This quotation mark is never closed.'
  if (token.key !== null) return filterTerm({ ...token, key: token.key })
  if (token.text === 'OR' || token.text === 'AND' || token.text === 'NOT')
    return `${token.text} is not supported: conditions are joined by AND, values by commas (task:webshop,alfworld), and a minus negates.`
  if (/^[()]/.test(token.text) && !token.quoted)
    return 'Brackets are not supported. To search for them, put them in quotes.'
  return { type: 'text', part: 'any', negated: token.negated, text: token.text, phrase: token.quoted }
}

/**
 * Reads the query language of the search bar: `task:webshop reward:>=0.7 "non slip" -outcome:accepted`. What cannot be
 * understood is returned as a problem and never dropped: a query with problems must not be run.
 */
export function parseQuery(text: string): Query {
  const terms: Term[] = []
  const problems: QueryProblem[] = []
  for (const token of lex(text)) {
    const read = term(token)
    if (typeof read === 'string') problems.push({ start: token.start, end: token.end, message: read })
    else terms.push(read)
  }
  return { text, terms, problems }
}
