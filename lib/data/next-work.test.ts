import { expect, it } from 'vitest'
import type { VerdictInput } from '@/lib/core/review/verdict'
import { countNextWork, listOwnVerdicts } from './next-work'
import { testViewer, useTestDatabase } from './testing/database'
import { insertSource, insertTrajectory } from './testing/trajectories'
import { recordVerdict } from './verdicts'

useTestDatabase()

it('counts what waits, and lists what one said oneself and still stands by', async () => {
  const [ana, leo] = [await testViewer('annotator'), await testViewer('lead')]
  const source = await insertSource()
  const trajectories = []
  for (const goldMatch of ['exact', 'solved_differently', 'no_gold'] as const)
    trajectories.push(await insertTrajectory(source.id, { goldMatch }))
  await insertTrajectory(source.id, { kind: 'code' })
  const [first, second] = trajectories
  if (!first || !second) throw new Error('three were inserted')

  const say = (viewer: typeof ana, of: typeof first, choice: VerdictInput['choice'], seen: number) =>
    recordVerdict(
      viewer,
      {
        trajectoryId: of.id,
        revisionId: of.currentRevisionId,
        choice,
        note: 'why',
        actionsRight: null,
        rationaleHonest: null,
        seen,
      },
      new Date(Date.UTC(2026, 0, 1, 0, 0, seen)),
    )
  expect((await say(ana, first, 'accept', 0)).ok).toBe(true)
  expect((await say(leo, first, 'reject', 1)).ok).toBe(true)
  expect((await say(ana, second, 'fix', 0)).ok).toBe(true)
  expect((await say(ana, second, 'withdrawn', 1)).ok).toBe(true)

  expect(await countNextWork(ana)).toEqual({
    trajectories: 3,
    outcomes: { open: 2, accepted: 0, fix: 0, rejected: 0, disputed: 1 },
    solvedDifferently: 1,
    failedJobs: 0,
    quarantinedRecords: 0,
  })
  expect(await listOwnVerdicts(ana, 5)).toMatchObject([
    { trajectoryId: first.id, choice: 'accept', outcome: 'disputed', task: 'webshop' },
  ])
})
