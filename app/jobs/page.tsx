import type { Metadata, Route } from 'next'
import { JobTable } from '@/components/job/job-table'
import { LiveRefresh } from '@/components/job/live-refresh'
import { NoWorker } from '@/components/job/no-worker'
import { EmptyState } from '@/components/ui/empty-state'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { Pager } from '@/components/ui/pager'
import { Tabs } from '@/components/ui/tabs'
import { may } from '@/lib/auth/permissions'
import { requireRight } from '@/lib/auth/session'
import { countJobs, JOBS_A_PAGE, type JobState, listJobs } from '@/lib/data/jobs'
import { listLiveWorkers } from '@/lib/data/workers'
import { kindTitles } from '@/lib/jobs/queue'
import { firstOf, pageOf } from '@/lib/search-params'
import { cancel, retry } from './actions'

export const metadata: Metadata = { title: 'Jobs' }

const views = {
  active: { title: 'Under way', states: ['running', 'queued'], empty: 'Nothing is under way' },
  failed: { title: 'Failed', states: ['failed'], empty: 'Nothing has failed' },
  done: { title: 'Done', states: ['done'], empty: 'Nothing has been done yet' },
  cancelled: { title: 'Cancelled', states: ['cancelled'], empty: 'Nothing was cancelled' },
} as const satisfies Record<string, { title: string; states: readonly JobState[]; empty: string }>

type View = keyof typeof views
const viewNames = Object.keys(views) as View[]
const addressOf = (view: View, page = 1) => `/jobs?view=${view}${page > 1 ? `&page=${page}` : ''}` as Route

export default async function JobsPage({ searchParams }: PageProps<'/jobs'>) {
  const viewer = await requireRight('job.read')
  const params = await searchParams
  const name = viewNames.find((each) => each === firstOf(params.view)) ?? 'active'
  const page = pageOf(params.page)
  const [counts, workers, rows] = await Promise.all([
    countJobs(viewer),
    listLiveWorkers(),
    listJobs(viewer, views[name].states, JOBS_A_PAGE, (page - 1) * JOBS_A_PAGE),
  ])
  const countOf = (view: View) => views[view].states.reduce((sum, state) => sum + counts[state], 0)
  const total = countOf(name)

  return (
    <Page>
      <PageHeader title="Jobs">Work that takes longer than a moment. It goes on when you leave this page.</PageHeader>
      {workers.length === 0 && counts.queued + counts.running > 0 && <NoWorker />}
      <Tabs
        label="Jobs by state"
        current={name}
        tabs={viewNames.map((view) => ({
          name: view,
          title: views[view].title,
          href: addressOf(view),
          count: countOf(view),
        }))}
      />
      {rows.length === 0 ? (
        <EmptyState title={views[name].empty}>Imports and what follows from them appear here.</EmptyState>
      ) : (
        <JobTable rows={rows} kindTitles={kindTitles} deeds={may(viewer, 'job.manage') ? { cancel, retry } : null} />
      )}
      {total > JOBS_A_PAGE && (
        <Pager
          label="Pages of jobs"
          says={`${(page - 1) * JOBS_A_PAGE + 1}–${(page - 1) * JOBS_A_PAGE + rows.length} of ${total.toLocaleString('en')}`}
          previous={page > 1 ? addressOf(name, page - 1) : null}
          next={page * JOBS_A_PAGE < total ? addressOf(name, page + 1) : null}
        />
      )}
      {counts.queued + counts.running > 0 && <LiveRefresh />}
    </Page>
  )
}
