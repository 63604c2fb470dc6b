import type { Difficulty } from '../models'

/** A SELECT by its clauses, so that it can be written in several hands and got wrong in several ways. */
export type Query = {
  select: string
  from: string
  join?: readonly string[]
  where?: readonly string[]
  groupBy?: string
  having?: string
  orderBy?: string
  limit?: number
}

export type Hand = { upper: boolean; lines: boolean }

/** The statement as this hand writes it. Keywords only: literals and names stay as they are. */
export function write(query: Query, { upper, lines }: Hand): string {
  const clauses = [
    `SELECT ${query.select}`,
    `FROM ${query.from}`,
    ...(query.join ?? []).map((join) => `JOIN ${join}`),
    ...(query.where && query.where.length > 0 ? [`WHERE ${query.where.join(' AND ')}`] : []),
    ...(query.groupBy ? [`GROUP BY ${query.groupBy}`] : []),
    ...(query.having ? [`HAVING ${query.having}`] : []),
    ...(query.orderBy ? [`ORDER BY ${query.orderBy}`] : []),
    ...(query.limit ? [`LIMIT ${query.limit}`] : []),
  ]
  const text = clauses.join(lines ? '\n' : ' ')
  return upper ? text : lowerKeywords(text)
}

const keywords =
  /'[^']*'|\b(?:SELECT|FROM|JOIN|ON|WHERE|AND|GROUP BY|HAVING|ORDER BY|LIMIT|DESC|ASC|COUNT|SUM|AVG|MIN|MAX|ROUND|DISTINCT|IN|NOT|IS|NULL|BETWEEN|LIKE|EXTRACT|YEAR)\b/g

function lowerKeywords(sql: string): string {
  return sql.replace(keywords, (token) => (token.startsWith("'") ? token : token.toLowerCase()))
}

export const plainHand: Hand = { upper: true, lines: false }

/** Easy to extra by how much the statement is made of: joins, conditions, groups, orders, subqueries. */
export function hardness({ select, join = [], where = [], groupBy, having, orderBy, limit }: Query): Difficulty {
  const inner = where.filter((condition) => condition.includes('SELECT')).length
  const score =
    join.length +
    Math.max(0, where.length - 1) +
    (groupBy ? 1 : 0) +
    (having ? 1 : 0) +
    (orderBy && limit ? 1 : 0) +
    inner * 2 +
    (/AVG|SUM|MIN|MAX/.test(select) ? 1 : 0)
  if (score <= 1) return 'easy'
  if (score === 2) return 'medium'
  return score === 3 ? 'hard' : 'extra'
}

/** The ways in which this statement is easily got wrong and still runs. */
export function mistakes(query: Query): Query[] {
  const { select, where = [], orderBy, having } = query
  const wrong: Query[] = []
  if (where.length > 0) wrong.push({ ...query, where: where.slice(0, -1) })
  if (where.length > 1) wrong.push({ ...query, where: where.slice(1) })
  if (select.startsWith('COUNT(DISTINCT')) wrong.push({ ...query, select: 'COUNT(*)' })
  if (select.startsWith('SUM(')) wrong.push({ ...query, select: select.replace('SUM(', 'MAX(') })
  if (select.startsWith('ROUND(AVG(')) wrong.push({ ...query, select: select.replace('AVG(', 'MAX(') })
  if (orderBy?.includes(' DESC')) wrong.push({ ...query, orderBy: orderBy.replace(' DESC', '') })
  else if (orderBy && query.limit) wrong.push({ ...query, orderBy: orderBy.replace(/^([^,]+)/, '$1 DESC') })
  if (having) wrong.push({ ...query, having: having.replace('>=', '>') })
  return wrong
}

/** The statement with one column misnamed, as by someone who did not look: due → due_date. */
export function misnamed(query: Query, column: string, wrong: string): Query {
  const rename = (text: string) => text.replace(new RegExp(`\\b${column}\\b`, 'g'), wrong)
  return {
    ...query,
    select: rename(query.select),
    ...(query.where ? { where: query.where.map(rename) } : {}),
    ...(query.groupBy ? { groupBy: rename(query.groupBy) } : {}),
    ...(query.orderBy ? { orderBy: rename(query.orderBy) } : {}),
  }
}
