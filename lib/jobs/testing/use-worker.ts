import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll } from 'vitest'
import type { Viewer } from '@/lib/auth/viewer'
import type { JsonObject } from '@/lib/core/trajectory/types'
import { findJob, type JobRow } from '@/lib/data/jobs'
import { closeEngineClient } from '@/lib/jobs/engine'
import { enqueue, followUpId } from '@/lib/jobs/queue'
import type { JobKindName } from '@/lib/jobs/registry'
import { type RunningWorker, startWorker } from '@/lib/jobs/worker'

/** Makes the test's own process a worker, in a home of its own. Call it after useTestDatabase. */
export function useWorker(): { home: () => string } {
  let worker: RunningWorker
  let home = ''
  beforeAll(async () => {
    home = await mkdtemp(path.join(tmpdir(), 'assay-home-'))
    process.env.ASSAY_HOME = home
    worker = await startWorker()
  })
  afterAll(async () => {
    await worker.stop()
    await closeEngineClient()
    await rm(home, { recursive: true })
  })
  return { home: () => home }
}

/** Queues a job and waits for its end, whatever that is. */
export async function runJob(viewer: Viewer, kind: JobKindName, input: JsonObject): Promise<JobRow> {
  const queued = await enqueue(viewer, kind, input)
  if (!queued.ok) throw new Error(`the job was not accepted: ${queued.reason}`)
  return endOf(viewer, queued.value.id)
}

/** Waits for the end of a job. */
export async function endOf(viewer: Viewer, id: string): Promise<JobRow> {
  for (;;) {
    const job = await findJob(viewer, id)
    if (!job) throw new Error(`there is no job ${id}`)
    if (job.state !== 'queued' && job.state !== 'running') return job
    await setTimeout(50)
  }
}

/** Waits for the end of the job that follows another. */
export function followUpOf(viewer: Viewer, id: string, kind: JobKindName): Promise<JobRow> {
  return endOf(viewer, followUpId(id, kind))
}
