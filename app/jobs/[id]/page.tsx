import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { JobActions } from '@/components/job/job-actions'
import { JobFacts } from '@/components/job/job-facts'
import { JobProgress } from '@/components/job/job-progress'
import { JobState } from '@/components/job/job-state'
import { waitsFor } from '@/components/job/job-table'
import { LiveRefresh } from '@/components/job/live-refresh'
import { NoWorker } from '@/components/job/no-worker'
import { ImportResult } from '@/components/source/import-result'
import { Notice } from '@/components/ui/notice'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { may } from '@/lib/auth/permissions'
import { requireRight } from '@/lib/auth/session'
import { findJob } from '@/lib/data/jobs'
import { findSourceOfJob } from '@/lib/data/sources'
import { listLiveWorkers } from '@/lib/data/workers'
import { kindTitles } from '@/lib/jobs/queue'
import { cancel, retry } from '../actions'

/** The result of an import whose bytes were in the store already. */
const knownBefore = z.object({ known: z.literal(true) })

export const metadata: Metadata = { title: 'Job' }

export default async function JobPage({ params }: PageProps<'/jobs/[id]'>) {
  const viewer = await requireRight('job.read')
  const { id } = await params
  const job = await findJob(viewer, id)
  if (!job) notFound()
  const [source, workers] = await Promise.all([findSourceOfJob(viewer, job), listLiveWorkers()])
  const active = job.state === 'queued' || job.state === 'running'

  return (
    <Page width="text">
      <PageHeader
        title={job.title}
        actions={
          may(viewer, 'job.manage') && (
            <JobActions id={job.id} title={job.title} state={job.state} deeds={{ cancel, retry }} />
          )
        }
      >
        <JobState state={job.state} />
      </PageHeader>
      {active && workers.length === 0 && <NoWorker />}
      {job.state === 'queued' && <p className="text-dim">It {waitsFor(job.queue)}.</p>}
      {job.state === 'running' && <JobProgress job={job} />}
      {job.state === 'failed' && (
        <Notice tone="bad" title="It could not be done">
          {job.error}
        </Notice>
      )}
      {job.state === 'cancelled' && (
        <Notice tone="warn" title="It was cancelled">
          What it did before is kept. A retry goes on from there.
        </Notice>
      )}
      {source && <ImportResult source={source} known={knownBefore.safeParse(job.result).success} />}
      <JobFacts job={job} kind={kindTitles[job.kind] ?? job.kind} />
      {active && <LiveRefresh everyMs={1000} />}
    </Page>
  )
}
