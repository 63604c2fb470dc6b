import path from 'node:path'
import { phase } from '@/lib/cli/answer'
import { importThrough } from '@/lib/cli/bench/import'
import { benchPlace, run, runScript } from '@/lib/cli/bench/place'
import { parseQuery } from '@/lib/core/search/query'
import { parseSort } from '@/lib/core/trajectory/sort'
import { countHistograms } from '@/lib/data/histograms'
import { findHits } from '@/lib/data/search-hits'
import { countFacets, listTrajectories } from '@/lib/data/trajectories'
import { closeEngineClient } from '@/lib/jobs/engine'

type Spread = { queries: number; medianMs: number; p95Ms: number; worstMs: number }

export type ListFigures = { trajectories: number; steps: number; rows: Spread; filter: Spread; search: Spread }

const ROUNDS = 3

const filters = [
  'task:household',
  'task:storefront reward:1',
  'model:wren-7b reward:0',
  '-model:human gold:partial',
  'steps:>20',
  'steps:3..5 method:exploration',
  'difficulty:hard reward:none,<0.5',
  'gold:"in order",exact outcome:open',
  'reward:0.2..<0.9',
  'task:askdb,household model:kestrel-70b,heron-pro',
]
const sorts = ['-imported', '-reward', 'steps', 'model', 'gold', 'task']
const searches = [
  'fridge',
  'sandal',
  'jacket',
  '"open the"',
  '"status"',
  'observation:shelf',
  'rationale:because',
  '"you see a"',
  'microwave',
  '"not found"',
]

async function measure(work: (() => Promise<unknown>)[]): Promise<Spread> {
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round += 1)
    for (const each of work) {
      const started = performance.now()
      await each()
      times.push(performance.now() - started)
    }
  times.sort((a, b) => a - b)
  const at = (share: number) => Math.round(times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0)
  return { queries: times.length, medianMs: at(0.5), p95Ms: at(0.95), worstMs: at(1) }
}

const page = (text: string, sort: string) =>
  listTrajectories(parseQuery(text), { sort: parseSort(sort), cursor: null, limit: 50 })

/** What the list's page asks of the store: its rows, its facets and its histograms, at once. */
const whole = (text: string) => async () => {
  const query = parseQuery(text)
  await Promise.all([page(text, '-imported'), countFacets(query), countHistograms(query)])
}

const search = (text: string) => async () => {
  const { rows } = await page(text, '-imported')
  await findHits(
    parseQuery(text),
    rows.map(({ id }) => id),
  )
}

/** Imports generated trajectories into a store of its own and measures, at the server, what the list asks of it. */
export async function benchLists(trajectories: number): Promise<ListFigures> {
  const place = await benchPlace()
  try {
    const file = path.join(place.home, 'generated.jsonl')
    await phase(`generate ${trajectories} trajectories`, () =>
      runScript('write-sample.ts', [file, String(trajectories)]),
    )
    const url = await place.database('bench_lists')
    process.env.DATABASE_URL = url
    const { counts } = await importThrough(file, url)
    await phase('analyze', () => run(url, 'VACUUM ANALYZE'))
    return {
      ...counts,
      rows: await phase('first rows', () => measure(sorts.map((sort) => () => page('', sort)))),
      filter: await phase('filter with facets', () => measure(filters.map(whole))),
      search: await phase('text search', () => measure(searches.map(search))),
    }
  } finally {
    await closeEngineClient()
    await place.leave()
  }
}
