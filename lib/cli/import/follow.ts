import { setTimeout } from 'node:timers/promises'
import type { Viewer } from '@/lib/auth/viewer'
import { remark } from '@/lib/cli/answer'
import { Failure } from '@/lib/cli/failure'
import { secondsLeft } from '@/lib/core/job/progress'
import { findJob, type JobRow } from '@/lib/data/jobs'
import { listLiveWorkers } from '@/lib/data/workers'
import { hostName } from '@/lib/jobs/host'
import { followUpId } from '@/lib/jobs/queue'
import { type ImportOutcome, importResult } from './outcome'

const LOOK_EVERY_MS = 250
const SAY_EVERY_MS = 2_000

type Queued = { path: string; id: string }

/**
 * Waits for import jobs to end and says how they get on. Where no worker of this host is alive this process does the
 * work itself, with what makes it searchable.
 */
export async function followImports(
  viewer: Viewer,
  queued: readonly Queued[],
  stop: AbortSignal,
): Promise<ImportOutcome[]> {
  const host = await hostName()
  const alone = !(await listLiveWorkers()).some((worker) => worker.host === host)
  if (!alone) return outcomesOf(viewer, queued, stop, 'The jobs go on without this command; /jobs shows them.')
  const { startWorker } = await import('@/lib/jobs/worker')
  const worker = await startWorker()
  try {
    const outcomes = await outcomesOf(viewer, queued, stop, 'The next worker goes on where this one stopped.')
    for (const { path, id } of queued) await ended(viewer, { path, id: followUpId(id, 'search') }, stop)
    return outcomes
  } finally {
    await worker.stop()
  }
}

async function outcomesOf(viewer: Viewer, queued: readonly Queued[], stop: AbortSignal, advice: string) {
  const outcomes: ImportOutcome[] = []
  for (const each of queued) {
    const job = await ended(viewer, each, stop)
    if (!job) throw new Failure(`Stopped while ${each.path} was being imported. ${advice}`)
    outcomes.push(outcomeOf(each.path, job))
  }
  return outcomes
}

function outcomeOf(path: string, job: JobRow): ImportOutcome {
  if (job.state === 'done') return { path, ...importResult.parse(job.result) }
  return { path, error: job.state === 'cancelled' ? 'Somebody cancelled the import.' : (job.error ?? 'It failed.') }
}

/** The job once it has ended; null where there is none or this command was told to stop. */
async function ended(viewer: Viewer, { path, id }: Queued, stop: AbortSignal): Promise<JobRow | null> {
  let said = Date.now()
  while (!stop.aborted) {
    const job = await findJob(viewer, id)
    if (!job || !['queued', 'running'].includes(job.state)) return job
    if (Date.now() - said >= SAY_EVERY_MS) {
      said = Date.now()
      remark(`${path}: ${howFar(job)}`)
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
