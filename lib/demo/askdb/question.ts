import type { Query } from './query'
import type { Database } from './schema'

/** A value in a question: how a person says it, and what stands in the SQL. */
export type Value = { say: string; sql: string }

/** A code that nobody can guess: the table and column where it has to be looked up, and the slot that holds it. */
export type Coded = { table: string; column: string; slot: string }

/** A kind of question about one database; every combination of its slots' values is a question. */
export type QuestionKind = {
  name: string
  ask: readonly string[]
  slots: Readonly<Record<string, readonly Value[]>>
  tables: readonly string[]
  query: (sql: Readonly<Record<string, string>>) => Query
  /** Another statement with the same result. */
  otherwise?: (sql: Readonly<Record<string, string>>) => string
  /** Every slot whose value is a code, in the order in which one would look them up. */
  coded?: readonly Coded[]
  /** A column of the query, and the name that someone who did not look would give it. */
  misnamed: readonly [column: string, wrong: string]
}

export type Subject = { database: Database; kinds: readonly QuestionKind[] }

/** Values that are written as they are said, quoted. */
export const quoted = (values: readonly string[]): Value[] => values.map((value) => ({ say: value, sql: `'${value}'` }))

export const numbers = (values: readonly number[]): Value[] =>
  values.map((value) => ({ say: String(value), sql: String(value) }))

/** low, low + step, … up to high. */
export const range = (low: number, high: number, step: number): Value[] =>
  numbers(Array.from({ length: Math.floor((high - low) / step) + 1 }, (_, i) => low + i * step))

/** Codes by what people say: urgent → '1-URGENT'. */
export const codes = (table: Readonly<Record<string, string>>): Value[] =>
  Object.entries(table).map(([say, code]) => ({ say, sql: `'${code}'` }))

/** The texts of a column, each once. */
export function valuesOf({ tables }: Database, table: string, column: string): string[] {
  const found = tables.find(({ name }) => name === table)
  const at = found?.columns.findIndex(({ name }) => name === column) ?? -1
  return [...new Set(found?.rows.map((row) => String(row[at])) ?? [])]
}
