import type { Difficulty } from '../models'
import { say } from '../phrase'
import { Random, scatter } from '../random'
import { subjects } from './databases/subjects'
import { hardness, plainHand, type Query, write } from './query'
import type { QuestionKind, Value } from './question'
import type { Database, Execute } from './schema'

const paraphrases = 2

/** How one finds out how a code is written: the statement, and the code as it is said and as it stands in the SQL. */
export type LookUp = { table: string; column: string; sql: string; word: string; code: string }

/** One question, its SQL and what that gives back. */
export type AskInstance = {
  key: string
  group: string
  database: Database
  kind: QuestionKind
  /** The values of the question as it says them. */
  conditions: readonly string[]
  question: string
  query: Query
  lookUps: readonly LookUp[]
  gold: readonly string[]
  answer: string
  difficulty: Difficulty
}

/** Every question there is, in an order that mixes the databases: which kind, and which of its combinations. */
const order: readonly { database: Database; kind: QuestionKind; ordinal: number }[] = mixed()

function mixed() {
  const kinds = subjects.flatMap(({ database, kinds: all }) =>
    all.map((kind) => ({ database, kind, size: combinations(kind) * paraphrases })),
  )
  const rounds = Math.max(...kinds.map(({ size }) => size))
  const turns = kinds.map((_, i) => kinds[scatter(i, kinds.length, 11)]).filter((kind) => kind !== undefined)
  return Array.from({ length: rounds }, (_, ordinal) =>
    turns.filter(({ size }) => size > ordinal).map((kind) => ({ ...kind, ordinal })),
  ).flat()
}

function combinations(kind: QuestionKind): number {
  return Object.values(kind.slots).reduce((product, values) => product * values.length, 1)
}

/** How many questions there are. */
export const questionCount = order.length

/** The number-th question, the same whatever the seed; null where the database has nothing to say to it, which makes no good question. */
export async function makeAskInstance(number: number, execute: Execute): Promise<AskInstance | null> {
  const place = order[number]
  if (!place) return null
  const { database, kind, ordinal } = place
  const values = combination(kind, scatter(ordinal % combinations(kind), combinations(kind), 7))
  const sql = slotsOf(values, ({ sql: text }) => text)
  const said = slotsOf(values, ({ say: words }) => words)
  const query = kind.query(sql)
  const golds = [write(query, plainHand), ...(kind.otherwise ? [kind.otherwise(sql)] : [])]
  const result = await execute(database.name, golds[0] ?? '')
  if (!result.ok) throw new Error(`gold SQL of "${kind.name}" does not run: ${result.message}`)
  const answer = answerOf(result.rows)
  if (answer === null) return null
  const paraphrase = Math.floor(ordinal / combinations(kind))
  const question = say(new Random(`question ${number}`), kind.ask.slice(paraphrase, paraphrase + 1), said)
  return {
    key: `${database.name}/${number}`,
    group: `${database.name}/${kind.name}/${Object.values(said).join(', ')}`,
    database,
    kind,
    conditions: Object.values(said),
    question,
    query,
    lookUps: lookUpsOf(kind, values),
    gold: golds,
    answer,
    difficulty: hardness(query),
  }
}

function lookUpsOf({ coded = [] }: QuestionKind, values: ReadonlyMap<string, Value>): LookUp[] {
  return coded.flatMap(({ table, column, slot }) => {
    const value = values.get(slot)
    const sql = `SELECT DISTINCT ${column} FROM ${table} ORDER BY ${column}`
    return value ? [{ table, column, sql, word: value.say, code: value.sql }] : []
  })
}

function combination(kind: QuestionKind, index: number): Map<string, Value> {
  const values = new Map<string, Value>()
  let left = index
  for (const [slot, choices] of Object.entries(kind.slots)) {
    const chosen = choices[left % choices.length]
    if (chosen) values.set(slot, chosen)
    left = Math.floor(left / choices.length)
  }
  return values
}

function slotsOf(values: ReadonlyMap<string, Value>, part: (value: Value) => string): Record<string, string> {
  return Object.fromEntries([...values].map(([slot, value]) => [slot, part(value)]))
}

/** The first column as one answer; null where there is nothing, a zero or more than can be said in a line. */
export function answerOf(rows: readonly (readonly (string | null)[])[]): string | null {
  const cells = rows.map(([cell]) => cell ?? null)
  if (cells.length === 0 || cells.length > 6 || cells.some((cell) => cell === null || cell === '0')) return null
  return cells.join(', ')
}

/** Whether two answers say the same: the same parts in any order, numbers by value. */
export function sameAnswer(a: string, b: string): boolean {
  const parts = (text: string) =>
    text
      .split(/\s*,\s*/)
      .map(normal)
      .sort()
  return parts(a).join('|') === parts(b).join('|')
}

function normal(part: string): string {
  const trimmed = part.trim().toLowerCase()
  return trimmed !== '' && Number.isFinite(Number(trimmed)) ? String(Number(trimmed)) : trimmed
}
