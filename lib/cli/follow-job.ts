import { setTimeout } from 'node:timers/promises'
import type { Viewer } from '@/lib/auth/viewer'
import { remark } from '@/lib/cli/answer'
import { secondsLeft } from '@/lib/core/job/progress'
import { findJob, type JobRow } from '@/lib/data/jobs'
import { listLiveWorkers } from '@/lib/data/workers'
import { hostName } from '@/lib/jobs/host'

const LOOK_EVERY_MS = 250
const SAY_EVERY_MS = 2_000

/** A job, and what to call it while it runs. */
export type Followed = { label: string; id: string }

/**
 * Runs `work` while somebody works off the queue: a worker of this host that is alive, or else this process.
 *
 * @param work  is told what becomes of a job when it stops waiting for it
 */
export async function whileWorking<T>(work: (alone: boolean, advice: string) => Promise<T>): Promise<T> {
  const host = await hostName()
  if ((await listLiveWorkers()).some((worker) => worker.host === host))
    return work(false, 'The jobs go on without this command; /jobs shows them.')
  const { startWorker } = await import('@/lib/jobs/worker')
  const worker = await startWorker()
  try {
    return await work(true, 'The next worker goes on where this one stopped.')
  } finally {
    await worker.stop()
  }
}

/**
 * Waits for a job to end and says how it gets on.
 *
 * @returns the job once it has ended; null where there is none or this command was told to stop
 */
export async function endOfJob(viewer: Viewer, { label, id }: Followed, stop: AbortSignal): Promise<JobRow | null> {
  let said = Date.now()
  while (!stop.aborted) {
    const job = await findJob(viewer, id)
    if (!job || !['queued', 'running'].includes(job.state)) return job
    if (Date.now() - said >= SAY_EVERY_MS) {
      said = Date.now()
      remark(`${label}: ${howFar(job)}`)
    }
    await setTimeout(LOOK_EVERY_MS)
  }
  return null
}

function howFar({ state, message, done, total, unit, rate }: JobRow): string {
  if (state === 'queued') return 'waiting for a worker'
  const doing = message ?? 'working'
  if (total === null) return doing
  const share = total > 0n ? Math.floor((Number(done) / Number(total)) * 100) : 100
  const speed =
    rate === null ? '' : unit === 'bytes' ? `, ${(rate / 1e6).toFixed(1)} MB/s` : `, ${Math.round(rate)} ${unit}/s`
  const left = secondsLeft(Number(done), Number(total), rate)
  return `${doing}, ${share} %${speed}${left === null ? '' : `, about ${Math.ceil(left)} s left`}`
}
