import { v7 as uuidv7 } from 'uuid'
import { beforeAll, expect, it } from 'vitest'
import { SYSTEM_ID } from '@/lib/auth/viewer'
import { prisma } from './client'
import { testViewer, useTestDatabase } from './testing/database'
import { insertSource, insertTrajectory } from './testing/trajectories'
import { findWaiting } from './waiting'

useTestDatabase()

const insertJob = (state: 'queued' | 'running' | 'done', done: bigint, total: bigint | null, startedAt: Date | null) =>
  prisma.job.create({
    data: {
      id: uuidv7(),
      kind: 'import',
      title: 'a',
      state,
      input: {},
      done,
      total,
      queue: 'shared',
      personId: SYSTEM_ID,
      startedAt,
    },
  })

beforeAll(async () => {
  const source = await insertSource()
  await insertTrajectory(source.id)
  await insertTrajectory(source.id, { kind: 'chat' })
  await insertTrajectory(source.id, { deletedAt: new Date() })
})

it('counts trajectories that a list shows, and no work where none runs', async () => {
  expect(await findWaiting(await testViewer('annotator'))).toEqual({
    trajectories: 1,
    sources: 1,
    jobs: { count: 0, share: null },
  })
})

it('says how far the job is that began first', async () => {
  await insertJob('done', 9n, 9n, new Date('2026-01-01'))
  await insertJob('running', 1n, 2n, new Date('2026-01-03'))
  await insertJob('running', 1n, 4n, new Date('2026-01-02'))
  await insertJob('queued', 0n, null, null)
  expect((await findWaiting(await testViewer('lead'))).jobs).toEqual({ count: 3, share: 0.25 })
})
