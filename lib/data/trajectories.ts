import 'server-only'
import type { Outcome } from '@/lib/core/review/verdict'
import type { Query } from '@/lib/core/search/query'
import { type Cursor, type Sort, type SortKey, writeCursor } from '@/lib/core/trajectory/sort'
import { Prisma } from '@/prisma/generated/client'
import { prisma } from './client'
import { whereOf } from './trajectory-filter'

const { sql } = Prisma

/** A line of the list: short text only. */
export type TrajectoryRow = {
  id: string
  externalId: string
  task: string
  taskTitle: string
  rewardThreshold: number
  sourceId: string
  source: string
  title: string
  model: string | null
  method: string
  rewardFinal: number | null
  stepCount: number
  goldMatch: string
  goldProgress: number | null
  strip: string
  flagCount: number
  outcome: Outcome
  verdictCount: number
}

export type TrajectoryPage = {
  rows: TrajectoryRow[]
  total: number
  from: number // 1-based position of the first row; 0 when there is none
  previous: string | null // cursors
  next: string | null
}

const sortSql: Record<SortKey, { value: Prisma.Sql; type: Prisma.Sql }> = {
  imported: { value: sql`NULL::text`, type: sql`text` },
  task: { value: sql`k.name`, type: sql`text` },
  source: { value: sql`s.name`, type: sql`text` },
  instruction: { value: sql`t.title`, type: sql`text` },
  model: { value: sql`t.model`, type: sql`text` },
  method: { value: sql`t.method`, type: sql`method` },
  reward: { value: sql`t.reward_final`, type: sql`double precision` },
  steps: { value: sql`t.step_count`, type: sql`integer` },
  gold: { value: sql`t.gold_match`, type: sql`gold_match` },
  flags: { value: sql`t.flag_count`, type: sql`integer` },
  outcome: { value: sql`t.outcome`, type: sql`outcome` },
}

const from = sql`trajectory t JOIN task k ON k.id = t.task_id JOIN source s ON s.id = t.source_id`

const columns = sql`t.id, t.external_id AS "externalId", k.name AS task, k.title AS "taskTitle",
  k.reward_threshold AS "rewardThreshold", t.source_id AS "sourceId", s.name AS source, t.title, t.model,
  t.method::text AS method, t.reward_final AS "rewardFinal", t.step_count AS "stepCount",
  t.gold_match::text AS "goldMatch", t.gold_progress AS "goldProgress", t.strip, t.flag_count AS "flagCount",
  t.outcome::text AS outcome, t.verdict_count AS "verdictCount"`

/** Rows without a value come last whichever way the list is sorted; the id breaks ties in the same direction. */
function orderBy(sort: Sort, backwards: boolean): Prisma.Sql {
  const way = sort.descending !== backwards ? sql`DESC` : sql`ASC`
  if (sort.key === 'imported') return sql`t.id ${way}`
  return sql`${sortSql[sort.key].value} ${way} ${backwards ? sql`NULLS FIRST` : sql`NULLS LAST`}, t.id ${way}`
}

/** What lies strictly after, or before, a place of the list. */
function beyond(sort: Sort, place: Pick<Cursor, 'v' | 'id' | 'way'>): Prisma.Sql {
  const ahead = place.way === 'after'
  const compare = sort.descending === ahead ? sql`<` : sql`>`
  const byId = sql`t.id ${compare} ${place.id}::uuid`
  if (sort.key === 'imported') return byId
  const { value, type } = sortSql[sort.key]
  if (place.v === null) return ahead ? sql`(${value} IS NULL AND ${byId})` : sql`(${value} IS NOT NULL OR ${byId})`
  const mark = sql`CAST(${String(place.v)} AS ${type})`
  const tie = sql`(${value} = ${mark} AND ${byId})`
  return ahead
    ? sql`(${value} ${compare} ${mark} OR ${tie} OR ${value} IS NULL)`
    : sql`(${value} ${compare} ${mark} OR ${tie})`
}

/** How many trajectories answer a query. */
export async function countTrajectories(query: Query): Promise<number> {
  const [row] = await prisma.$queryRaw<
    { count: number }[]
  >`SELECT count(*)::int AS count FROM trajectory t WHERE ${whereOf(query)}`
  return row?.count ?? 0
}

type PlacedRow = TrajectoryRow & { v: string | null }

type Asked = { sort: Sort; cursor: Cursor | null; limit: number }

function selectRows<Row extends PlacedRow>(
  query: Query,
  { sort, cursor, limit }: Asked,
  selected: Prisma.Sql = columns,
): Promise<Row[]> {
  const place = cursor === null ? sql`TRUE` : beyond(sort, cursor)
  return prisma.$queryRaw<Row[]>`
    SELECT ${selected}, ${sortSql[sort.key].value}::text AS v FROM ${from}
    WHERE ${whereOf(query)} AND ${place} ORDER BY ${orderBy(sort, cursor?.way === 'before')} LIMIT ${limit}`
}

const BATCH = 1000

/** Where a row came from goes with it wherever it goes. */
export type ExportedRow = TrajectoryRow & { licence: string | null; sourceSha256: string; toolVersion: string }

const exported = sql`${columns}, s.licence, s.sha256 AS "sourceSha256", s.tool_version AS "toolVersion"`

/** Every trajectory that answers a query, in order, a batch at a time: what an export streams. Nothing is capped. */
export async function* streamTrajectories(query: Query, sort: Sort): AsyncGenerator<ExportedRow[]> {
  let cursor: Cursor | null = null
  for (;;) {
    const batch: (ExportedRow & PlacedRow)[] = await selectRows(query, { sort, cursor, limit: BATCH }, exported)
    if (batch.length > 0) yield batch.map(({ v: _, ...row }) => row)
    const last = batch.at(-1)
    if (last === undefined || batch.length < BATCH) return
    cursor = { v: last.v, id: last.id, n: 0, way: 'after' }
  }
}

/**
 * A page of the trajectories that answer a query, with the cursors of its neighbours. Filtered, sorted and paged in
 * SQL by key, so that page 1,000 costs what page 1 costs.
 *
 * @param limit rows of the page, 1 to 500
 */
export async function listTrajectories(
  query: Query,
  { sort, cursor, limit }: { sort: Sort; cursor: Cursor | null; limit: number },
): Promise<TrajectoryPage> {
  const backwards = cursor?.way === 'before'
  const [found, total] = await Promise.all([
    selectRows(query, { sort, cursor, limit: limit + 1 }),
    countTrajectories(query),
  ])
  const more = found.length > limit
  const kept = found.slice(0, limit)
  return toPage(backwards ? kept.reverse() : kept, { more, total, cursor })
}

function toPage(
  found: PlacedRow[],
  { more, total, cursor }: { more: boolean; total: number; cursor: Cursor | null },
): TrajectoryPage {
  const backwards = cursor?.way === 'before'
  const before = cursor === null ? 0 : backwards ? Math.max(0, cursor.n - found.length) : cursor.n
  const first = found.at(0)
  const last = found.at(-1)
  const rows = found.map(({ v: _, ...row }) => row)
  if (first === undefined || last === undefined) return { rows, total, from: 0, previous: null, next: null }
  const hasPrevious = backwards ? more : cursor !== null
  const hasNext = backwards || more
  return {
    rows,
    total,
    from: before + 1,
    previous: hasPrevious ? writeCursor({ v: first.v, id: first.id, n: before, way: 'before' }) : null,
    next: hasNext ? writeCursor({ v: last.v, id: last.id, n: before + rows.length, way: 'after' }) : null,
  }
}

export type Neighbours = { previous: string | null; next: string | null; position: number; total: number }

/**
 * The trajectories before and after one in the list that a query and an order make, and its 1-based position there;
 * null when it is not in that list.
 */
export async function findNeighbours(id: string, query: Query, sort: Sort): Promise<Neighbours | null> {
  const where = whereOf(query)
  const [own] = await prisma.$queryRaw<{ v: string | null }[]>`
    SELECT ${sortSql[sort.key].value}::text AS v FROM ${from} WHERE ${where} AND t.id = ${id}::uuid`
  if (own === undefined) return null
  const one = (way: 'after' | 'before') => prisma.$queryRaw<{ id: string }[]>`
    SELECT t.id FROM ${from} WHERE ${where} AND ${beyond(sort, { v: own.v, id, way })}
    ORDER BY ${orderBy(sort, way === 'before')} LIMIT 1`
  const [previous, next, [before], total] = await Promise.all([
    one('before'),
    one('after'),
    prisma.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM ${from} WHERE ${where} AND ${beyond(sort, { v: own.v, id, way: 'before' })}`,
    countTrajectories(query),
  ])
  return { previous: previous[0]?.id ?? null, next: next[0]?.id ?? null, position: (before?.count ?? 0) + 1, total }
}

export type FacetCount = { value: string; count: number }
export type Facets = Record<'task' | 'source' | 'model' | 'method' | 'gold' | 'outcome', FacetCount[]>

const facetSql: Record<keyof Facets, Prisma.Sql> = {
  task: sql`(SELECT name FROM task WHERE id = t.task_id)`,
  source: sql`(SELECT name FROM source WHERE id = t.source_id)`,
  model: sql`coalesce(t.model, 'none')`,
  method: sql`t.method::text`,
  gold: sql`t.gold_match::text`,
  outcome: sql`t.outcome::text`,
}

async function facet(name: keyof Facets, query: Query): Promise<FacetCount[]> {
  const others = {
    ...query,
    terms: query.terms.filter((term) => !('key' in term) || term.key !== name || term.negated),
  }
  return prisma.$queryRaw<FacetCount[]>`
    SELECT ${facetSql[name]} AS value, count(*)::int AS count FROM trajectory t WHERE ${whereOf(others)}
    GROUP BY 1 ORDER BY 2 DESC, 1`
}

/** How many rows each value of a facet would leave: each counted under all conditions but its own. */
export async function countFacets(query: Query): Promise<Facets> {
  const [task, source, model, method, gold, outcome] = await Promise.all([
    facet('task', query),
    facet('source', query),
    facet('model', query),
    facet('method', query),
    facet('gold', query),
    facet('outcome', query),
  ])
  return { task, source, model, method, gold, outcome }
}
