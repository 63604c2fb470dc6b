import type { Action } from '@/lib/core/trajectory/types'
import type { Normaliser } from './normaliser'
import { plain } from './plain'
import { type SqlToken, sqlTokens } from './sql-tokens'
import { sqlKeywords, statementVerbs } from './sql-words'

const wrapper = /^\s*(?:action:\s*)?execute\s*\[([\s\S]*)\]\s*$/i
const bareName = /^[\p{L}_][\p{L}\p{N}_]*$/u
const fence = /```(?:sql)?\s*([\s\S]*?)(?:```|$)/i

/** The SQL of an action: its one argument, or what stands in `execute[…]` or in a fenced block of its text. */
export function sqlOf(action: Action): string {
  const values = Object.values(action.arguments)
  const only = values.length === 1 ? values[0] : undefined
  return unwrapSql(typeof only === 'string' ? only : action.raw)
}

/** SQL without the `execute[…]` or the fenced block around it. */
export function unwrapSql(text: string): string {
  return (wrapper.exec(text)?.[1] ?? fence.exec(text)?.[1] ?? text).trim()
}

/** A token without what does not count: case, kind of quotes, backticks around a plain name. */
export function foldedToken({ kind, text }: SqlToken): string {
  if (kind === 'string') return `'${text.slice(1, -1).toLowerCase()}'`
  if (kind === 'quoted') {
    const name = text.slice(1, -1).toLowerCase()
    return bareName.test(name) ? name : `\`${name}\``
  }
  if (text === '<>') return '!='
  if (text === '==') return '='
  return text.toLowerCase()
}

/**
 * The tokens of a statement in canonical form: no white space, comments or closing semicolon; lower case throughout,
 * string literals too; strings in single quotes, names without backticks or brackets; <> as !=.
 */
export function canonicalSqlTokens(sql: string): string[] {
  return countingTokens(sql, foldedToken)
}

/** As canonicalSqlTokens, but with the backticks and brackets around names. */
export function spelledSqlTokens(sql: string): string[] {
  return countingTokens(sql, (token) => (token.kind === 'quoted' ? token.text.toLowerCase() : foldedToken(token)))
}

function countingTokens(sql: string, fold: (token: SqlToken) => string): string[] {
  const folded = sqlTokens(unwrapSql(sql))
    .filter(({ kind }) => kind !== 'space' && kind !== 'comment')
    .map(fold)
  while (folded.at(-1) === ';') folded.pop()
  return folded
}

/** SQL with runs of white space as one space and keywords in upper case: what a formatter changes, and no more. */
export function reformattedSql(sql: string): string {
  const tokens = sqlTokens(unwrapSql(sql).replace(/[;\s]+$/, ''))
  return tokens
    .map(({ kind, text }) => {
      if (kind === 'space') return ' '
      return kind === 'word' && sqlKeywords.has(text.toLowerCase()) ? text.toUpperCase() : text
    })
    .join('')
}

/** How little two statements differ: as written, in what a formatter changes, in quotes and case; null if in more. */
export function sqlLikeness(a: string, b: string): 'text' | 'formatting' | 'quotes and case' | null {
  if (a === b) return 'text'
  if (reformattedSql(a) === reformattedSql(b)) return 'formatting'
  return canonicalSqlTokens(a).join(' ') === canonicalSqlTokens(b).join(' ') ? 'quotes and case' : null
}

function changesState(tokens: readonly string[]): boolean {
  const first = tokens[0]
  if (first === 'with') return tokens.some((token) => statementVerbs.get(token) === true)
  return tokens.some((token, at) => (at === 0 || tokens[at - 1] === ';') && statementVerbs.get(token) === true)
}

/** SQL by its canonical form; the name is the statement's verb. What is no SQL is compared as plain text. */
export const sql: Normaliser = {
  normalise: (action) => {
    const [verb = '', ...rest] = canonicalSqlTokens(sqlOf(action))
    if (!statementVerbs.has(verb)) return plain.normalise(action)
    const tokens = [verb === 'desc' ? 'describe' : verb, ...rest]
    const statement = tokens.join(' ')
    return {
      name: verb === 'with' ? 'select' : (tokens[0] ?? ''),
      key: statement,
      arguments: { sql: statement },
      features: tokens,
      changesState: changesState(tokens),
    }
  },
  folds: [
    'execute[…] or a fenced block around the statement is taken off.',
    'White space, comments and a closing semicolon do not count.',
    'Upper and lower case count as the same, in string literals too.',
    'Single and double quotes count as the same; backticks and brackets around a name do not count.',
    '<> and != count as the same.',
  ],
}
