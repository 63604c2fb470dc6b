import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import type { Viewer } from '@/lib/auth/viewer'
import { pool } from '@/lib/data/client'
import { findJob } from '@/lib/data/jobs'
import { testViewer, useTestDatabase } from '@/lib/data/testing/database'
import { closeEngineClient } from '@/lib/jobs/engine'
import { enqueue } from '@/lib/jobs/queue'
import { sampleLines } from '@/lib/jobs/testing/sample-run'
import { spawnWorker, type WorkerProcess } from '@/lib/jobs/testing/spawn-worker'

const KILLS = 2
const RUNS = 40_000

useTestDatabase()

let home: string
let lead: Viewer
let worker: WorkerProcess | null = null

beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'assay-killed-'))
  process.env.ASSAY_HOME = home
  lead = await testViewer('lead')
})
afterEach(() => worker?.kill())
afterAll(async () => {
  await closeEngineClient()
  await rm(home, { recursive: true })
})

async function countsOf() {
  const { rows } = await pool().query<{ records: number; trajectories: number; steps: number; next: number }>(
    `SELECT (SELECT count(*)::int FROM record) AS records, (SELECT count(*)::int FROM trajectory) AS trajectories,
       (SELECT count(*)::int FROM step) AS steps, coalesce((SELECT sum(next_offset)::float8 FROM source), 0) AS next`,
  )
  return rows[0]
}

it(`an import whose worker is killed ${KILLS} times with -9 loses nothing and repeats nothing`, async () => {
  const file = path.join(home, 'killed.jsonl')
  await writeFile(file, sampleLines(RUNS))
  const queued = await enqueue(lead, 'import', { path: file, name: 'killed.jsonl', origin: 'command' })
  if (!queued.ok) throw new Error(queued.reason)

  for (let kill = 0; kill <= KILLS; kill++) {
    worker = await spawnWorker('this', 'import')
    if (kill === KILLS) break
    const before = (await countsOf())?.next ?? 0
    await vi.waitFor(async () => expect((await countsOf())?.next ?? 0).toBeGreaterThan(before), {
      timeout: 90_000,
      interval: 20,
    })
    await setTimeout(Math.random() * 400)
    await worker.kill()
    const counts = await countsOf()
    // Whatever moment it was: the rows, the counts and the place where reading goes on belong together.
    expect(counts?.trajectories).toBe(counts?.records)
    expect(counts?.steps).toBe(counts?.records)
  }
  await vi.waitFor(async () => expect((await findJob(lead, queued.value.id))?.state).toBe('done'), {
    timeout: 90_000,
    interval: 200,
  })
  expect(await countsOf()).toMatchObject({ records: RUNS, trajectories: RUNS, steps: RUNS })
  const { rows } = await pool().query(
    `SELECT count(DISTINCT ordinal)::int AS ordinals, count(DISTINCT sha256)::int AS texts FROM record`,
  )
  expect(rows).toEqual([{ ordinals: RUNS, texts: RUNS }])
}, 300_000)
