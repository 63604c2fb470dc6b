import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Viewer } from '@/lib/auth/viewer'
import { findJob } from '@/lib/data/jobs'
import { testViewer, useTestDatabase } from '@/lib/data/testing/database'
import { closeEngineClient } from './engine'
import { cancelJob, enqueueKind, retryJob } from './queue'
import { countingKind, readCounted } from './testing/counting'
import { spawnWorker, type WorkerProcess } from './testing/spawn-worker'

useTestDatabase()

let home: string
let lead: Viewer
let workers: WorkerProcess[] = []

async function start(release: 'this' | 'next' = 'this') {
  const worker = await spawnWorker(release)
  workers.push(worker)
  return worker
}

async function count(name: string, steps: number, pauseMs: number) {
  const file = path.join(home, name)
  const queued = await enqueueKind(lead, countingKind, { steps, pauseMs, file })
  if (!queued.ok) throw new Error(queued.reason)
  return { id: queued.value.id, file }
}

const stateOf = async (id: string) => (await findJob(lead, id))?.state
const until = (state: string, id: string, timeout: number) =>
  vi.waitFor(async () => expect(await stateOf(id)).toBe(state), { timeout, interval: 100 })
const countedAtLeast = (file: string, lines: number) =>
  vi.waitFor(async () => expect((await readCounted(file)).length).toBeGreaterThanOrEqual(lines), {
    timeout: 20_000,
    interval: 20,
  })
const upTo = (steps: number) => Array.from({ length: steps }, (_, index) => index + 1)

beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'assay-worker-'))
  process.env.ASSAY_HOME = home
  lead = await testViewer('lead')
})
afterEach(async () => {
  await Promise.all(workers.map((worker) => worker.kill().catch(() => {})))
  workers = []
})
afterAll(async () => {
  await closeEngineClient()
  await rm(home, { recursive: true })
})

describe('a worker', () => {
  it('repeats nothing when a second one starts', async () => {
    await start()
    const { id, file } = await count('second', 12, 250)
    await countedAtLeast(file, 2)
    await start()
    await until('done', id, 30_000)
    expect((await readCounted(file)).map(({ step }) => step)).toEqual(upTo(12))
  })

  it('killed with -9 leaves a job that ends within 60 s of another being alive, of a later release too', async () => {
    const first = await start()
    const { id, file } = await count('killed', 12, 400)
    await countedAtLeast(file, 4)
    // Past the record of the step that was just counted, into the pause of the next.
    await setTimeout(120)
    await first.kill()
    const before = (await readCounted(file)).length
    const second = await start('next')
    await until('done', id, 60_000)
    const counted = await readCounted(file)
    expect(counted.map(({ step }) => step)).toEqual(upTo(12))
    expect(counted.map(({ pid }) => pid)).toEqual(upTo(12).map((step) => (step <= before ? first.pid : second.pid)))
  }, 100_000)

  it('asked to stop gives its job back at once, and the next goes on where it was', async () => {
    const first = await start()
    const { id, file } = await count('stopped', 10, 200)
    await countedAtLeast(file, 3)
    await first.stop()
    expect(await stateOf(id)).toBe('running')
    await start()
    await until('done', id, 15_000)
    expect((await readCounted(file)).map(({ step }) => step)).toEqual(upTo(10))
  })

  it('ends a job that was cancelled, and a retry starts it anew', async () => {
    await start()
    const { id, file } = await count('cancelled', 30, 100)
    await countedAtLeast(file, 2)
    expect(await cancelJob(lead, id)).toEqual({ ok: true, value: { id } })
    await setTimeout(500)
    const stopped = (await readCounted(file)).length
    await setTimeout(500)
    expect((await readCounted(file)).length).toBe(stopped)
    expect(await stateOf(id)).toBe('cancelled')
    expect(await cancelJob(lead, id)).toEqual({ ok: false, reason: 'ended' })
    expect(await retryJob(lead, id)).toEqual({ ok: true, value: { id } })
    await until('done', id, 20_000)
    expect((await readCounted(file)).slice(stopped).map(({ step }) => step)).toEqual(upTo(30))
  })
})
