import type { Route } from 'next'
import Link from 'next/link'
import { NextList, type NextThing } from '@/components/frame/next-list'
import { OwnVerdicts } from '@/components/review/own-verdicts'
import { listHref, listQuery } from '@/components/trajectory/list-address'
import { NoTrajectories } from '@/components/trajectory/no-trajectories'
import { Button } from '@/components/ui/button'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { may } from '@/lib/auth/permissions'
import { requireViewer } from '@/lib/auth/session'
import type { Viewer } from '@/lib/auth/viewer'
import { parseQuery } from '@/lib/core/search/query'
import { parseSort } from '@/lib/core/trajectory/sort'
import { countNextWork, listOwnVerdicts, type NextWork } from '@/lib/data/next-work'
import { listTrajectories } from '@/lib/data/trajectories'

const LAST = 8

const listOf = (q: string) => ({ q, sort: parseSort(undefined), at: null })
const unjudged = listOf('outcome:open')

/** What this person should do next. */
export default async function HomePage() {
  const viewer = await requireViewer()
  const [work, verdicts, next] = await Promise.all([
    countNextWork(viewer),
    listOwnVerdicts(viewer, LAST),
    listTrajectories(parseQuery(unjudged.q), { sort: unjudged.sort, cursor: null, limit: 1 }),
  ])
  if (work.trajectories === 0)
    return (
      <Page>
        <NoTrajectories level={1} asked={false} mayImport={may(viewer, 'source.import')} />
      </Page>
    )

  const [first] = next.rows
  return (
    <Page width="text" className="space-y-8">
      <PageHeader
        title={`Next, ${viewer.name}`}
        actions={
          first &&
          may(viewer, 'verdict.record') && (
            <Button asChild variant="primary">
              <Link href={{ pathname: `/trajectories/${first.id}`, query: listQuery(unjudged) }}>
                Judge the next one
              </Link>
            </Button>
          )
        }
      />
      <NextList things={thingsFor(viewer, work)} />
      {verdicts.length > 0 && (
        <section className="space-y-2">
          <h2 className="font-semibold text-base">What you judged last</h2>
          <OwnVerdicts verdicts={verdicts} />
        </section>
      )}
    </Page>
  )
}

function thingsFor(viewer: Viewer, { trajectories, outcomes, ...work }: NextWork): NextThing[] {
  const to = (q: string) => listHref(listOf(q))
  const things: (NextThing & { shown: boolean })[] = [
    {
      count: work.failedJobs,
      says: 'jobs failed and wait to be tried again',
      href: '/jobs' as Route,
      shown: may(viewer, 'job.read'),
    },
    {
      count: work.quarantinedRecords,
      says: 'records could not be read; each says why',
      href: '/sources' as Route,
      shown: may(viewer, 'source.read'),
    },
    {
      count: outcomes.disputed,
      says: 'are disputed: their verdicts differ',
      href: to('outcome:disputed'),
      shown: true,
    },
    { count: outcomes.open, says: 'wait for a first verdict', href: to(unjudged.q), shown: true },
    {
      count: work.solvedDifferently,
      says: 'reached the reward by other actions than gold: worth a look',
      href: to('gold:"solved differently"'),
      shown: true,
    },
    { count: outcomes.fix, says: 'are to be fixed', href: to('outcome:fix'), shown: true },
    { count: trajectories, says: 'trajectories in all', href: to(''), shown: true },
  ]
  return things.filter(({ count, shown }) => count > 0 && shown)
}
