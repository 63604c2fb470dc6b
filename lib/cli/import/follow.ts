import type { Viewer } from '@/lib/auth/viewer'
import { Failure } from '@/lib/cli/failure'
import { endOfJob, whileWorking } from '@/lib/cli/follow-job'
import type { JobRow } from '@/lib/data/jobs'
import { followUpId } from '@/lib/jobs/queue'
import { type ImportOutcome, importResult } from './outcome'

type Queued = { path: string; id: string }

/**
 * Waits for import jobs to end and says how they get on. Where no worker of this host is alive this process does the
 * work itself, with the jobs that follow.
 */
export function followImports(viewer: Viewer, queued: readonly Queued[], stop: AbortSignal): Promise<ImportOutcome[]> {
  return whileWorking(async (alone, advice) => {
    const outcomes: ImportOutcome[] = []
    for (const { path, id } of queued) {
      const job = await endOfJob(viewer, { label: path, id }, stop)
      if (!job) throw new Failure(`Stopped while ${path} was being imported. ${advice}`)
      outcomes.push(outcomeOf(path, job))
    }
    if (alone)
      for (const { path, id } of queued)
        for (const kind of ['search', 'align']) await endOfJob(viewer, { label: path, id: followUpId(id, kind) }, stop)
    return outcomes
  })
}

function outcomeOf(path: string, job: JobRow): ImportOutcome {
  if (job.state === 'done') return { path, ...importResult.parse(job.result) }
  return { path, error: job.state === 'cancelled' ? 'Somebody cancelled the import.' : (job.error ?? 'It failed.') }
}
