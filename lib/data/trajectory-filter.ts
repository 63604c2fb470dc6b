import 'server-only'
import type { QueryKeyName } from '@/lib/core/search/keys'
import type { NumberRange, Query, Term } from '@/lib/core/search/query'
import { Prisma } from '@/prisma/generated/client'

const { sql, join } = Prisma

const column = {
  method: sql`t.method::text`,
  kind: sql`t.kind::text`,
  gold: sql`t.gold_match::text`,
  stop: sql`t.stop_reason::text`,
  outcome: sql`t.outcome::text`,
  reward: sql`t.reward_final`,
  steps: sql`t.step_count`,
  flags: sql`t.flag_count`,
} as const

const anyOf = (expression: Prisma.Sql, values: string[]) => sql`${expression} = ANY(${values}::text[])`
const isUuid = (value: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value)

const standingVerdicts = sql`SELECT v.choice::text AS choice, r.revision_id
  FROM review r JOIN verdict v ON v.review_id = r.id AND v.version = r.version`

/** The SQL of every key that asks for names or choices: the values wanted, and what their absence is. */
const named: Record<string, { some: (values: string[]) => Prisma.Sql; none?: Prisma.Sql }> = {
  task: { some: (values) => sql`t.task_id IN (SELECT id FROM task WHERE ${anyOf(sql`name`, values)})` },
  source: {
    some: (values) =>
      sql`t.source_id IN (SELECT id FROM source WHERE ${anyOf(sql`name`, values)} OR id = ANY(${values.filter(isUuid)}::uuid[]))`,
  },
  model: { some: (values) => anyOf(sql`t.model`, values), none: sql`t.model IS NULL` },
  id: { some: (values) => sql`(${anyOf(sql`t.external_id`, values)} OR t.id = ANY(${values.filter(isUuid)}::uuid[]))` },
  instance: {
    some: (values) =>
      sql`t.instance_id IN (SELECT id FROM instance WHERE ${anyOf(sql`key`, values)} OR id = ANY(${values.filter(isUuid)}::uuid[]))`,
  },
  difficulty: {
    some: (values) => sql`t.instance_id IN (SELECT id FROM instance WHERE ${anyOf(sql`difficulty`, values)})`,
    none: sql`NOT EXISTS (SELECT 1 FROM instance i WHERE i.id = t.instance_id AND i.difficulty IS NOT NULL)`,
  },
  verdict: {
    some: (values) =>
      sql`t.current_revision_id IN (SELECT revision_id FROM (${standingVerdicts}) s WHERE ${anyOf(sql`choice`, values)})`,
    none: sql`t.current_revision_id NOT IN (SELECT revision_id FROM (${standingVerdicts}) s WHERE choice <> 'withdrawn')`,
  },
  flag: {
    some: (values) => sql`t.current_revision_id IN (SELECT revision_id FROM flag WHERE ${anyOf(sql`kind`, values)})`,
    none: sql`t.flag_count = 0`,
  },
  method: { some: (values) => anyOf(column.method, values) },
  kind: { some: (values) => anyOf(column.kind, values) },
  gold: { some: (values) => anyOf(column.gold, values) },
  stop: { some: (values) => anyOf(column.stop, values) },
  outcome: { some: (values) => anyOf(column.outcome, values) },
}

const numbered: Record<string, Prisma.Sql> = { reward: column.reward, steps: column.steps, flags: column.flags }

/** The keys whose SQL stands here; a test compares them with the registry of keys. */
export const filteredKeys = (): string[] => [...Object.keys(named), ...Object.keys(numbered)].sort()

function inRange(expression: Prisma.Sql, range: NumberRange): Prisma.Sql {
  const { low, high, lowOpen, highOpen } = range
  const above = low === null ? [] : [lowOpen ? sql`${expression} > ${low}` : sql`${expression} >= ${low}`]
  const below = high === null ? [] : [highOpen ? sql`${expression} < ${high}` : sql`${expression} <= ${high}`]
  return sql`(${join([...above, ...below], ' AND ')})`
}

const escapeLike = (text: string) => text.replace(/[\\%_]/g, '\\$&')

type TextTerm = Extract<Term, { type: 'text' }>

const withoutSpaces = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u

/** Whether a text is one word of a script that divides words; a phrase, or what is more than letters and digits, is not. */
export function isWord(term: TextTerm): boolean {
  return !term.phrase && /^[\p{L}\p{N}]+$/u.test(term.text) && !withoutSpaces.test(term.text)
}

/** The search chunks that hold a text: a word from its beginning, anything else wherever it stands. */
export function chunkMatch(term: TextTerm, table = sql``): Prisma.Sql {
  const part = term.part === 'any' ? sql`` : sql` AND ${table}part = ${term.part}`
  const found = isWord(term)
    ? sql`${table}words @@ to_tsquery('simple', ${`${term.text}:*`})`
    : sql`${table}text ILIKE ${`%${escapeLike(term.text)}%`}`
  return sql`${found}${part}`
}

function alternatives(term: Extract<Term, { type: 'names' | 'numbers' }>): Prisma.Sql[] {
  if (term.type === 'numbers') {
    const expression = sqlOfNumber(term.key)
    return [
      ...term.ranges.map((range) => inRange(expression, range)),
      ...(term.none ? [sql`${expression} IS NULL`] : []),
    ]
  }
  const entry = named[term.key]
  if (entry === undefined) throw new Error(`No SQL for the query key ${term.key}`)
  return [
    ...(term.values.length > 0 ? [entry.some(term.values)] : []),
    ...(term.none && entry.none !== undefined ? [entry.none] : []),
  ]
}

function sqlOfNumber(key: QueryKeyName): Prisma.Sql {
  const expression = numbered[key]
  if (expression === undefined) throw new Error(`No SQL for the query key ${key}`)
  return expression
}

const inChunks = (term: TextTerm) =>
  sql`t.current_revision_id IN (SELECT revision_id FROM search_chunk WHERE ${chunkMatch(term)})`

function condition(term: Term): Prisma.Sql {
  const positive = term.type === 'text' ? inChunks(term) : sql`(${join(alternatives(term), ' OR ')})`
  // IS NOT TRUE, so that "not above 0.7" keeps what has no reward at all.
  return term.negated ? sql`(${positive}) IS NOT TRUE` : positive
}

/**
 * The WHERE of a query over `trajectory t`. Deleted rows are never shown; only trajectories are, unless the query names
 * a kind. The query must be without problems.
 */
export function whereOf(query: Query): Prisma.Sql {
  if (query.problems.length > 0) throw new Error(`A query with problems is not run: ${query.text}`)
  const names = query.terms.some((term) => term.type === 'names' && term.key === 'kind')
  const shown = [sql`t.deleted_at IS NULL`, ...(names ? [] : [sql`t.kind = 'trajectory'`])]
  return join([...shown, ...query.terms.map(condition)], ' AND ')
}
