import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { VerdictBar } from '@/components/review/verdict-bar'
import { GoldSummary } from '@/components/trajectory/gold-summary'
import { listHref } from '@/components/trajectory/list-address'
import { Minimap } from '@/components/trajectory/minimap'
import { Opening } from '@/components/trajectory/opening'
import { PartPager } from '@/components/trajectory/part-pager'
import { RawRecord } from '@/components/trajectory/raw-record'
import {
  cellHrefs,
  modeHrefs,
  type ReaderState,
  readerHref,
  readReaderState,
  STEPS_SHOWN,
} from '@/components/trajectory/reader-address'
import { ReaderHeader } from '@/components/trajectory/reader-header'
import { ReaderKeys } from '@/components/trajectory/reader-keys'
import { StepList } from '@/components/trajectory/step-list'
import { may } from '@/lib/auth/permissions'
import { requireRight } from '@/lib/auth/session'
import type { Viewer } from '@/lib/auth/viewer'
import { sideBySide } from '@/lib/core/gold/side-by-side'
import { parseQuery } from '@/lib/core/search/query'
import { readStrip } from '@/lib/core/trajectory/strip'
import { knowTask } from '@/lib/core/trajectory/tasks'
import { findOpening, findTrajectory, listGold, listSteps, type TrajectoryDetail } from '@/lib/data/reading'
import { findNeighbours } from '@/lib/data/trajectories'
import { listVerdicts } from '@/lib/data/verdicts'
import { recordVerdict } from './actions'

/** So much of an observation travels with the page; the rest when it is unfolded. */
const SHOWN = 1500

export async function generateMetadata({ params }: PageProps<'/trajectories/[id]'>): Promise<Metadata> {
  await requireRight('trajectory.read')
  const trajectory = await findTrajectory((await params).id)
  return { title: trajectory ? `${trajectory.task.title} ${trajectory.externalId}` : 'Trajectory' }
}

export default async function TrajectoryPage({ params, searchParams }: PageProps<'/trajectories/[id]'>) {
  const viewer = await requireRight('trajectory.read')
  const trajectory = await findTrajectory((await params).id)
  if (!trajectory) notFound()

  const state = readReaderState(await searchParams)
  const { id, currentRevisionId: revisionId, stepCount, instance } = trajectory
  const [opening, steps, golds, place] = await Promise.all([
    findOpening(revisionId),
    listSteps(revisionId, { from: state.from, count: STEPS_SHOWN, shown: SHOWN }),
    instance ? listGold(instance.id, revisionId) : [],
    findPlace(id, state),
  ])
  const gold = golds[state.gold - 1] ?? golds[0] ?? null
  const rows = gold?.alignment?.rows ?? []
  const to = Math.min(stepCount, state.from + STEPS_SHOWN - 1)
  const cells = readStrip(trajectory.strip)
  const task = knowTask(trajectory.task.name)
  const calm = trajectory.goldMatch === 'solved differently'

  return (
    <>
      <main className="flex-1 px-4 pt-4 pb-8 sm:px-6">
        <ReaderHeader
          trajectory={trajectory}
          place={place}
          listHref={listHref(state.list)}
          actions={<RawRecord href={`/trajectories/${id}/raw`} place={recordPlace(trajectory)} />}
        />
        <div className="top-11 z-10 -mx-6 mt-2 items-center gap-x-6 border-b bg-paper px-6 py-1 max-sm:contents sm:sticky sm:flex sm:flex-wrap">
          <div className="min-w-0 flex-1 bg-paper max-sm:sticky max-sm:top-11 max-sm:z-10 max-sm:border-b">
            <Minimap
              cells={cells}
              steps={stepCount}
              reward={trajectory.rewardFinal}
              calm={calm}
              hrefs={cellHrefs(id, state, cells)}
            />
          </div>
          <GoldSummary
            golds={golds}
            shown={gold}
            match={trajectory.goldMatch}
            mode={state.mode}
            modeHrefs={modeHrefs(id, state)}
            goldHrefs={golds.map((_, at) => readerHref(id, { ...state, gold: at + 1 }))}
          />
        </div>
        <div className="space-y-4 pt-4">
          <Opening
            instruction={opening?.instruction ?? ''}
            secret={task.instruction === 'secret'}
            preamble={opening?.preamble ?? []}
          />
          <StepList
            lines={sideBySide(rows, { from: state.from, to }, stepCount)}
            steps={steps}
            gold={
              gold?.alignment
                ? {
                    ...gold.alignment,
                    actions: gold.actions,
                    calm,
                    normaliser: task.rules.normaliser,
                  }
                : null
            }
            view={state.view}
            otherViewHref={readerHref(id, { ...state, view: state.view === 'beside' ? 'unified' : 'beside' })}
            stepsHref={`/trajectories/${id}/steps`}
          />
          <PartPager
            from={state.from}
            to={to}
            of={stepCount}
            previous={state.from === 1 ? null : readerHref(id, { ...state, from: state.from - STEPS_SHOWN })}
            next={to >= stepCount ? null : readerHref(id, { ...state, from: to + 1 })}
          />
        </div>
        <ReaderKeys previous={place?.previous ?? null} next={place?.next ?? null} stepCount={stepCount} />
      </main>
      {may(viewer, 'verdict.record') && (
        <VerdictBar key={revisionId} review={await reviewOf(viewer, trajectory)} record={recordVerdict} />
      )}
    </>
  )
}

const recordPlace = ({ source, recordOrdinal }: TrajectoryDetail) =>
  `Record ${(recordOrdinal + 1).toLocaleString('en')} of ${source.name}, byte for byte`

/** Where it stands in the list one came from; null when the list's query is no longer one. */
async function findPlace(id: string, state: ReaderState) {
  const query = parseQuery(state.list.q)
  if (query.problems.length > 0) return null
  const found = await findNeighbours(id, query, state.list.sort)
  const href = (other: string | null) => (other === null ? null : readerHref(other, { ...state, gold: 1, from: 1 }))
  return found && { ...found, previous: href(found.previous), next: href(found.next) }
}

/** Reviews are blind: others' verdicts are sent only once one's own stands. */
async function reviewOf(viewer: Viewer, { id, currentRevisionId, verdictCount }: TrajectoryDetail) {
  const verdicts = await listVerdicts(currentRevisionId)
  const own = verdicts.find(({ personId }) => personId === viewer.id) ?? null
  const others = own === null ? [] : verdicts.filter(({ personId }) => personId !== viewer.id)
  return { trajectoryId: id, revisionId: currentRevisionId, personId: viewer.id, seen: verdictCount, own, others }
}
