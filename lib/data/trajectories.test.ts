import { beforeAll, describe, expect, it } from 'vitest'
import { queryKeys } from '@/lib/core/search/keys'
import { parseQuery } from '@/lib/core/search/query'
import { histograms } from '@/lib/core/trajectory/histogram'
import { parseCursor, parseSort, sortKeys } from '@/lib/core/trajectory/sort'
import { useTestDatabase } from '@/lib/data/testing/database'
import { insertSource, insertTrajectory } from '@/lib/data/testing/trajectories'
import { countHistograms } from './histograms'
import { findHits } from './search-hits'
import { countFacets, findNeighbours, listTrajectories, streamTrajectories } from './trajectories'
import { filteredKeys } from './trajectory-filter'

useTestDatabase()

const models = ['kestrel', null, 'wren']
const rewards = [1, 0, null, 0.5]

beforeAll(async () => {
  const source = await insertSource()
  for (let i = 0; i < 23; i += 1) {
    await insertTrajectory(source.id, {
      task: i % 2 === 0 ? 'webshop' : 'dbbench',
      model: models[i % 3] ?? null,
      rewardFinal: rewards[i % 4] ?? null,
      stepCount: (i * 7) % 5,
      observation: i === 4 ? 'A non-slip sandal costs 100%_off <script>alert(1)</script> 防滑拖鞋' : `Page ${i}`,
    })
  }
})

const all = async (text: string, sortText: string, limit: number) => {
  const sort = parseSort(sortText)
  const query = parseQuery(text)
  const ids: string[] = []
  let cursor = null
  for (;;) {
    const page = await listTrajectories(query, { sort, cursor, limit })
    expect(page.from).toBe(page.rows.length === 0 ? 0 : ids.length + 1)
    ids.push(...page.rows.map((row) => row.id))
    if (page.next === null) return { ids, total: page.total, last: page }
    cursor = parseCursor(page.next)
  }
}

describe('listTrajectories', () => {
  it.each(Object.keys(sortKeys).flatMap((key) => [key, `-${key}`]))(
    'pages by %s without loss or repetition, both ways',
    async (sort) => {
      const whole = await all('', sort, 100)
      const paged = await all('', sort, 5)
      expect(whole.ids).toHaveLength(23)
      expect(paged.ids).toEqual(whole.ids)

      const back: string[] = paged.last.rows.map((row) => row.id)
      let previous = paged.last.previous
      while (previous !== null) {
        const page = await listTrajectories(parseQuery(''), {
          sort: parseSort(sort),
          cursor: parseCursor(previous),
          limit: 5,
        })
        back.unshift(...page.rows.map((row) => row.id))
        previous = page.previous
        expect(page.from).toBe(whole.ids.indexOf(page.rows[0]?.id ?? '') + 1)
      }
      expect(back).toEqual(whole.ids)
    },
  )

  it.each([
    ['task:webshop', 12],
    ['-task:webshop', 11],
    ['task:webshop,dbbench', 23],
    ['model:none', 8],
    ['model:kestrel,none', 16],
    ['reward:>=0.5', 11],
    ['reward:none', 6],
    ['-reward:>=0.5', 12],
    ['steps:1..2', 9],
    ['verdict:none', 23],
    ['outcome:open flags:0', 23],
    ['sandal', 1],
    ['SANDALS', 0],
    ['sand', 1],
    ['"100%_off"', 1],
    ['"100__off"', 0],
    ['"<script>alert(1)"', 1],
    ['滑拖鞋', 1],
    ['observation:sandal', 1],
    ['rationale:sandal', 0],
    ['-sandal', 22],
    ['task:nowhere', 0],
    ['id:"\'; DROP TABLE step; --"', 0],
  ])('%s finds %i', async (text, count) => {
    const { ids, total } = await all(text, 'imported', 50)
    expect([ids.length, total]).toEqual([count, count])
  })

  it('has SQL for every key of the query language', () => {
    const spoken = Object.entries(queryKeys)
      .filter(([, key]) => key.kind !== 'text')
      .map(([name]) => name)
    expect(filteredKeys()).toEqual(spoken.sort())
  })
})

describe('findNeighbours', () => {
  it.each(['imported', '-reward', 'model'])('walks the list by %s', async (sort) => {
    const { ids } = await all('task:webshop', sort, 100)
    for (const [at, id] of ids.entries()) {
      const found = await findNeighbours(id, parseQuery('task:webshop'), parseSort(sort))
      expect(found).toEqual({ previous: ids[at - 1] ?? null, next: ids[at + 1] ?? null, position: at + 1, total: 12 })
    }
  })
})

describe('countFacets', () => {
  it('counts each facet under every condition but its own', async () => {
    const facets = await countFacets(parseQuery('task:webshop reward:>=0.5'))
    expect(facets.task.reduce((sum, { count }) => sum + count, 0)).toBe(11)
    expect(facets.model.reduce((sum, { count }) => sum + count, 0)).toBe(
      (await all('task:webshop reward:>=0.5', 'imported', 50)).total,
    )
  })
})

describe('findHits', () => {
  it.each([
    ['sandal', 'A non-slip ', 'sandal', ' costs 100%_off <script>alert(1)</script> 防滑拖鞋'],
    ['sand', 'A non-slip ', 'sandal', ' costs 100%_off <script>alert(1)</script> 防滑拖鞋'],
    ['"100%_OFF"', 'A non-slip sandal costs ', '100%_off', ' <script>alert(1)</script> 防滑拖鞋'],
    ['"</script>"', 'A non-slip sandal costs 100%_off <script>alert(1)', '</script>', ' 防滑拖鞋'],
    ['滑拖', 'A non-slip sandal costs 100%_off <script>alert(1)</script> 防', '滑拖', '鞋'],
  ])('shows where %s stands', async (text, before, match, after) => {
    const { ids } = await all(text, 'imported', 50)
    const hits = await findHits(parseQuery(text), ids)
    expect([...hits.values()]).toMatchObject([{ stepIndex: 1, part: 'observation', before, match, after }])
  })

  it('shows nothing for a query without a text', async () => {
    const { ids } = await all('task:webshop', 'imported', 50)
    expect((await findHits(parseQuery('task:webshop -sandal'), ids)).size).toBe(0)
  })
})

describe('countHistograms', () => {
  it('counts what a click on each bar finds', async () => {
    const counted = await countHistograms(parseQuery('task:webshop'))
    for (const [i, { key, bars }] of histograms.entries()) {
      const clicked = await Promise.all(bars.map((bar) => all(`task:webshop ${key}:${bar.value}`, 'imported', 50)))
      expect(counted[i]?.counts).toEqual(clicked.map(({ total }) => total))
    }
    expect(counted[0]?.none).toBe((await all('task:webshop reward:none', 'imported', 50)).total)
  })
})

describe('streamTrajectories', () => {
  it('gives every row in the order of the list, with where it came from', async () => {
    const { ids } = await all('task:webshop', '-reward', 50)
    const rows = []
    for await (const batch of streamTrajectories(parseQuery('task:webshop'), parseSort('-reward'))) rows.push(...batch)
    expect(rows.map(({ id }) => id)).toEqual(ids)
    expect(rows[0]).toMatchObject({
      source: 'runs.jsonl',
      sourceSha256: 'runs.jsonl',
      licence: null,
      toolVersion: 'test',
    })
  })
})
