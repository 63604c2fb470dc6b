import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { COLUMNS_COOKIE, readColumnsShown } from '@/components/trajectory/columns-shown'
import { ExportMenu } from '@/components/trajectory/export-menu'
import { FacetPanel } from '@/components/trajectory/facet-panel'
import { Facets } from '@/components/trajectory/facets'
import { FACETS_COOKIE, readFacetsShown } from '@/components/trajectory/facets-shown'
import { type ListState, listHref, listQuery, sortLinks } from '@/components/trajectory/list-address'
import { ListFoot } from '@/components/trajectory/list-foot'
import { NoTrajectories } from '@/components/trajectory/no-trajectories'
import { QueryBar } from '@/components/trajectory/query-bar'
import { TrajectoryTable } from '@/components/trajectory/trajectory-table'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { ViewMenu } from '@/components/view/view-menu'
import { may } from '@/lib/auth/permissions'
import { requireRight } from '@/lib/auth/session'
import { parseQuery } from '@/lib/core/search/query'
import { parseCursor, parseSort, writeSort } from '@/lib/core/trajectory/sort'
import { countHistograms } from '@/lib/data/histograms'
import { findHits } from '@/lib/data/search-hits'
import { countFacets, listTrajectories } from '@/lib/data/trajectories'
import { listViews } from '@/lib/data/views'
import { firstOf } from '@/lib/search-params'
import { keepView, removeView } from './actions'

export const metadata: Metadata = { title: 'Trajectories' }

const ROWS = 50

export default async function TrajectoriesPage({ searchParams }: PageProps<'/trajectories'>) {
  const viewer = await requireRight('trajectory.read')
  const { q, sort, at } = await searchParams
  const state: ListState = { q: firstOf(q) ?? '', sort: parseSort(firstOf(sort)), at: firstOf(at) ?? null }
  const query = parseQuery(state.q)
  // A query that is not understood is not run: its problems are said, and nothing is listed that it did not ask for.
  const runs = query.problems.length === 0
  const asked = runs ? query : parseQuery('')
  const jar = await cookies()
  const started = performance.now()
  const [page, facets, spread, views] = await Promise.all([
    listTrajectories(asked, { sort: state.sort, cursor: parseCursor(state.at ?? undefined), limit: ROWS }),
    countFacets(asked),
    countHistograms(asked),
    listViews(viewer),
  ])
  const hits = await findHits(
    asked,
    page.rows.map((row) => row.id),
  )
  const milliseconds = Math.round(performance.now() - started)
  const known = { task: names(facets.task), source: names(facets.source), model: names(facets.model) }

  return (
    <Page className="space-y-3">
      <PageHeader
        title="Trajectories"
        count={runs ? page.total : undefined}
        actions={
          runs && (
            <>
              <ViewMenu
                views={views}
                list={{ query: state.q, sort: writeSort(state.sort) }}
                mayShare={may(viewer, 'view.share')}
                keep={keepView}
                remove={removeView}
              />
              <ExportMenu state={state} total={page.total} />
            </>
          )
        }
      />
      <FacetPanel
        shown={readFacetsShown(jar.get(FACETS_COOKIE)?.value)}
        bar={<QueryBar problems={query.problems} known={known} />}
        facets={<Facets facets={facets} spread={spread} state={state} />}
      >
        {runs && page.rows.length > 0 && (
          <>
            <TrajectoryTable
              rows={page.rows}
              hits={hits}
              sorts={sortLinks(state)}
              query={listQuery({ ...state, at: null })}
              shown={readColumnsShown(jar.get(COLUMNS_COOKIE)?.value)}
            />
            <ListFoot
              from={page.from}
              rows={page.rows.length}
              total={page.total}
              milliseconds={milliseconds}
              previous={page.previous === null ? null : listHref({ ...state, at: page.previous })}
              next={page.next === null ? null : listHref({ ...state, at: page.next })}
            />
          </>
        )}
        {runs && page.rows.length === 0 && (
          <NoTrajectories asked={state.q !== ''} mayImport={may(viewer, 'source.import')} />
        )}
      </FacetPanel>
    </Page>
  )
}

const names = (counts: readonly { value: string }[]) =>
  counts.map(({ value }) => value).filter((value) => value !== 'none')
