import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { LiveRefresh } from '@/components/job/live-refresh'
import { Accounting } from '@/components/source/accounting'
import { CompletenessTable } from '@/components/source/completeness-table'
import { Provenance } from '@/components/source/provenance'
import { QuarantineTable } from '@/components/source/quarantine-table'
import { SearchLag } from '@/components/source/search-lag'
import { trajectoriesOf } from '@/components/source/source-address'
import { SourceTasks } from '@/components/source/source-tasks'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { Pager } from '@/components/ui/pager'
import { requireRight } from '@/lib/auth/session'
import { listQuarantined } from '@/lib/data/records'
import { countSourceTasks, findSource } from '@/lib/data/sources'
import { pageOf } from '@/lib/search-params'

export const metadata: Metadata = { title: 'Source' }

const RECORDS_A_PAGE = 50

export default async function SourcePage({ params, searchParams }: PageProps<'/sources/[id]'>) {
  const viewer = await requireRight('source.read')
  const { id } = await params
  const source = await findSource(viewer, id)
  if (!source) notFound()
  const page = pageOf((await searchParams).page)
  const first = (page - 1) * RECORDS_A_PAGE
  const [tasks, quarantined] = await Promise.all([
    countSourceTasks(viewer, id),
    listQuarantined(viewer, id, RECORDS_A_PAGE, first),
  ])
  const addressOf = (to: number) => `/sources/${id}?page=${to}#quarantined` as Route
  const searchable = source.searchedUpTo >= source.recordCount

  return (
    <Page className="space-y-6">
      <PageHeader
        title={source.name}
        actions={
          <Button asChild variant="primary">
            <Link href={trajectoriesOf(id)}>Show {source.trajectoryCount.toLocaleString('en')} trajectories</Link>
          </Button>
        }
      />
      {!source.finishedAt && (
        <Notice tone="warn" title="Its import has not come to its end">
          {source.jobId && (
            <Link className="link" href={`/jobs/${source.jobId}`}>
              Its job says how far it is, or why it stopped.
            </Link>
          )}
        </Notice>
      )}
      <Accounting counts={source} sourceId={id} />
      {!searchable && <SearchLag source={source} />}
      <SourceTasks sourceId={id} tasks={tasks} />
      <Provenance source={source} />
      <CompletenessTable completeness={source.completeness} />
      {quarantined.length > 0 && <QuarantineTable sourceId={id} rows={quarantined} total={source.quarantinedCount} />}
      {source.quarantinedCount > RECORDS_A_PAGE && (
        <Pager
          label="Pages of quarantined records"
          says={`${first + 1}–${first + quarantined.length} of ${source.quarantinedCount.toLocaleString('en')}`}
          previous={page > 1 ? addressOf(page - 1) : null}
          next={first + quarantined.length < source.quarantinedCount ? addressOf(page + 1) : null}
        />
      )}
      {(!source.finishedAt || !searchable) && <LiveRefresh />}
    </Page>
  )
}
