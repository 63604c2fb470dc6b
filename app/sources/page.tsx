import { Upload } from 'lucide-react'
import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { LiveRefresh } from '@/components/job/live-refresh'
import { SourceTable } from '@/components/source/source-table'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { Pager } from '@/components/ui/pager'
import { may } from '@/lib/auth/permissions'
import { requireRight } from '@/lib/auth/session'
import { countJobs } from '@/lib/data/jobs'
import { listSources, SOURCES_A_PAGE } from '@/lib/data/sources'
import { pageOf } from '@/lib/search-params'

export const metadata: Metadata = { title: 'Sources' }

const addressOf = (page: number) => `/sources?page=${page}` as Route

export default async function SourcesPage({ searchParams }: PageProps<'/sources'>) {
  const viewer = await requireRight('source.read')
  const page = pageOf((await searchParams).page)
  const [{ rows, total }, jobs] = await Promise.all([listSources(viewer, page), countJobs(viewer)])
  const first = (page - 1) * SOURCES_A_PAGE
  const importButton = may(viewer, 'source.import') && (
    <Button asChild variant="primary">
      <Link href="/sources/new">
        <Upload aria-hidden /> Import files
      </Link>
    </Button>
  )

  return (
    <Page>
      <PageHeader title="Sources" count={total} actions={total > 0 && importButton}>
        The files that were brought in. Every record of each is accounted for.
      </PageHeader>
      {total === 0 ? (
        <EmptyState title="Nothing has been imported yet" action={importButton}>
          A source is a file of trajectories: JSON, JSON lines or a text log. Its records are kept byte for byte.
        </EmptyState>
      ) : (
        <SourceTable rows={rows} />
      )}
      {total > SOURCES_A_PAGE && (
        <Pager
          label="Pages of sources"
          says={`${first + 1}–${first + rows.length} of ${total.toLocaleString('en')}`}
          previous={page > 1 ? addressOf(page - 1) : null}
          next={first + rows.length < total ? addressOf(page + 1) : null}
        />
      )}
      {jobs.queued + jobs.running > 0 && <LiveRefresh />}
    </Page>
  )
}
