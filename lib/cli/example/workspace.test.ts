import { readdir } from 'node:fs/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import { prisma } from '@/lib/data/client'
import { useTestDatabase } from '@/lib/data/testing/database'
import { useWorker } from '@/lib/jobs/testing/use-worker'
import { ensureExampleWorkspace, exampleFolder } from './workspace'

useTestDatabase()
useWorker()

const small = { seed: 'small', trajectories: 60, chat: 5, code: 4 }

async function imported(): Promise<void> {
  for (;;) {
    const waiting = await prisma.job.count({ where: { state: { in: ['queued', 'running'] } } })
    if (waiting === 0) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

describe('the example workspace', () => {
  beforeAll(() => {
    delete process.env.SANDBOX_DATABASE_URL
  })

  it('comes in whole, as sources that say what they are', async () => {
    await ensureExampleWorkspace(small)
    await imported()
    const sources = await prisma.source.findMany()
    expect(
      sources.every(
        ({ origin, quarantinedCount, duplicateCount }) =>
          origin === 'example' && quarantinedCount + duplicateCount === 0,
      ),
    ).toBe(true)
    const kinds = await prisma.trajectory.groupBy({ by: ['kind'], _count: true, orderBy: { kind: 'asc' } })
    expect(kinds.map(({ kind, _count }) => [kind, _count])).toEqual([
      ['trajectory', 60],
      ['chat', 5],
      ['code', 4],
    ])
    expect(await prisma.trajectory.count({ where: { kind: 'trajectory', goldMatch: 'no_gold' } })).toBe(0)
  })

  it('is made once in the life of a store, also where it was removed', async () => {
    await prisma.setting.findUniqueOrThrow({ where: { key: 'example-workspace' } })
    const before = await prisma.job.count()
    await ensureExampleWorkspace(small)
    expect(await prisma.job.count()).toBe(before)
  })

  it('makes the same files again from the same seed', async () => {
    expect((await readdir(exampleFolder(small))).toSorted()).toEqual([
      'chat.jsonl',
      'code.jsonl',
      'household-exploration.jsonl',
      'household-heuristic-search.jsonl',
      'storefront-exploration.jsonl',
      'storefront-human.jsonl',
      'storefront-reformatting.jsonl',
    ])
  })
})
