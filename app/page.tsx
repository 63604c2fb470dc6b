import type { Route } from 'next'
import Link from 'next/link'
import { NextList, type NextThing } from '@/components/frame/next-list'
import { OutcomeBar } from '@/components/review/outcome-bar'
import { OwnVerdicts } from '@/components/review/own-verdicts'
import { WaitingList } from '@/components/review/waiting-list'
import { listHref, listQuery } from '@/components/trajectory/list-address'
import { NoTrajectories } from '@/components/trajectory/no-trajectories'
import { Button } from '@/components/ui/button'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { may } from '@/lib/auth/permissions'
import { requireViewer } from '@/lib/auth/session'
import type { Viewer } from '@/lib/auth/viewer'
import type { Outcome } from '@/lib/core/review/verdict'
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
    listTrajectories(parseQuery(unjudged.q), { sort: unjudged.sort, cursor: null, limit: LAST }),
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
        title="Home"
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
      >
        {headline(work)}
      </PageHeader>
      <OutcomeBar counts={work.outcomes} hrefs={outcomeHrefs} />
      <NextList things={thingsFor(viewer, work)} />
      {next.rows.length > 0 && (
        <section className="space-y-2">
          <h2 className="font-semibold text-base">Waiting for a first verdict</h2>
          <WaitingList rows={next.rows} query={listQuery(unjudged)} />
        </section>
      )}
      {verdicts.length > 0 && (
        <section className="space-y-2">
          <h2 className="font-semibold text-base">What you judged last</h2>
          <OwnVerdicts verdicts={verdicts} />
        </section>
      )}
    </Page>
  )
}

/** Where the whole stands, in a sentence. */
function headline({ trajectories, outcomes }: NextWork): string {
  const count = (number: number) => number.toLocaleString('en')
  if (outcomes.open === 0) return `Each of the ${count(trajectories)} trajectories has a verdict.`
  if (outcomes.open === trajectories) return `${count(trajectories)} trajectories wait for a first verdict.`
  return `${count(trajectories - outcomes.open)} of ${count(trajectories)} trajectories are judged; ${count(outcomes.open)} wait for a first verdict.`
}

const to = (q: string) => listHref(listOf(q))

const outcomeHrefs: Record<Outcome, Route> = {
  open: to('outcome:open'),
  accepted: to('outcome:accepted'),
  fix: to('outcome:fix'),
  rejected: to('outcome:rejected'),
  disputed: to('outcome:disputed'),
}

/** What is not as it should be, the most pressing first. */
function thingsFor(viewer: Viewer, work: NextWork): NextThing[] {
  const things: (NextThing & { shown: boolean })[] = [
    {
      count: work.failedJobs,
      one: 'job failed and waits to be tried again',
      many: 'jobs failed and wait to be tried again',
      href: '/jobs' as Route,
      shown: may(viewer, 'job.read'),
    },
    {
      count: work.quarantinedRecords,
      one: 'record could not be read; it says why',
      many: 'records could not be read; each says why',
      href: '/sources' as Route,
      shown: may(viewer, 'source.read'),
    },
    {
      count: work.outcomes.disputed,
      one: 'trajectory is disputed: its verdicts differ',
      many: 'trajectories are disputed: their verdicts differ',
      href: outcomeHrefs.disputed,
      shown: true,
    },
    {
      count: work.solvedDifferently,
      one: 'trajectory reached the reward by other actions than the gold ones',
      many: 'trajectories reached the reward by other actions than the gold ones',
      href: to('gold:"solved differently"'),
      shown: true,
    },
  ]
  return things.filter(({ count, shown }) => count > 0 && shown)
}
