import 'server-only'
import type { Query } from '@/lib/core/search/query'
import { type Histogram, histograms } from '@/lib/core/trajectory/histogram'
import { Prisma } from '@/prisma/generated/client'
import { prisma } from './client'
import { whereOf } from './trajectory-filter'

const { sql } = Prisma

const value: Record<Histogram['key'], Prisma.Sql> = {
  reward: sql`t.reward_final`,
  steps: sql`t.step_count::double precision`,
}

/** How many trajectories each bar holds, in the order of the bars; `none` have no value. */
export type HistogramCounts = { key: Histogram['key']; counts: number[]; none: number }

async function countBars({ key, bars }: Histogram, query: Query): Promise<HistogramCounts> {
  const others = { ...query, terms: query.terms.filter((term) => !('key' in term) || term.key !== key || term.negated) }
  const edges = bars.map((bar) => String(bar.from)) // as text: JSON has no infinity
  const rows = await prisma.$queryRaw<{ bar: number | null; count: number }[]>`
    SELECT width_bucket(${value[key]}, ${edges}::text[]::double precision[]) AS bar, count(*)::int AS count
    FROM trajectory t WHERE ${whereOf(others)} GROUP BY 1`
  const found = new Map(rows.map(({ bar, count }) => [bar, count]))
  return { key, counts: bars.map((_, i) => found.get(i + 1) ?? 0), none: found.get(null) ?? 0 }
}

/** The histograms of what answers a query, each counted under every condition but its own. */
export function countHistograms(query: Query): Promise<HistogramCounts[]> {
  return Promise.all(histograms.map((histogram) => countBars(histogram, query)))
}
