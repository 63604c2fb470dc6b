import 'server-only'
import type { Viewer } from '@/lib/auth/viewer'
import type { Outcome } from '@/lib/core/review/verdict'
import { prisma } from './client'

/** What waits for somebody: how many trajectories stand where, and what went wrong while they came in. */
export type NextWork = {
  trajectories: number
  outcomes: Record<Outcome, number>
  solvedDifferently: number
  failedJobs: number
  quarantinedRecords: number
}

/** The counts of what waits, over all trajectories that a list shows. */
export async function countNextWork(_viewer: Viewer): Promise<NextWork> {
  const [standing, [rest]] = await Promise.all([
    prisma.$queryRaw<{ outcome: Outcome; count: number; differently: number }[]>`
      SELECT outcome::text AS outcome, count(*)::int AS count,
        count(*) FILTER (WHERE gold_match = 'solved differently')::int AS differently
      FROM trajectory WHERE deleted_at IS NULL AND kind = 'trajectory' GROUP BY 1`,
    prisma.$queryRaw<{ failed: number; quarantined: number }[]>`
      SELECT (SELECT count(*)::int FROM job WHERE state = 'failed') AS failed,
        (SELECT coalesce(sum(quarantined_count), 0)::int FROM source WHERE deleted_at IS NULL) AS quarantined`,
  ])
  const outcomes: Record<Outcome, number> = { open: 0, accepted: 0, fix: 0, rejected: 0, disputed: 0 }
  for (const { outcome, count } of standing) outcomes[outcome] = count
  return {
    trajectories: standing.reduce((sum, { count }) => sum + count, 0),
    outcomes,
    solvedDifferently: standing.reduce((sum, { differently }) => sum + differently, 0),
    failedJobs: rest?.failed ?? 0,
    quarantinedRecords: rest?.quarantined ?? 0,
  }
}

/** A verdict of the viewer's own, with the trajectory it is of. */
export type OwnVerdict = {
  trajectoryId: string
  title: string
  task: string
  stepCount: number
  rewardFinal: number | null
  strip: string
  choice: 'accept' | 'fix' | 'reject'
  outcome: Outcome
  at: Date
}

/** The viewer's newest verdicts that stand, the latest first. */
export async function listOwnVerdicts(viewer: Viewer, limit: number): Promise<OwnVerdict[]> {
  return prisma.$queryRaw<OwnVerdict[]>`
    SELECT t.id AS "trajectoryId", t.title, k.name AS task, t.step_count AS "stepCount",
      t.reward_final AS "rewardFinal", t.strip, v.choice::text AS choice, t.outcome::text AS outcome, v.created_at AS at
    FROM review r JOIN verdict v ON v.review_id = r.id AND v.version = r.version
    JOIN trajectory t ON t.current_revision_id = r.revision_id JOIN task k ON k.id = t.task_id
    WHERE r.person_id = ${viewer.id}::uuid AND v.choice <> 'withdrawn' AND t.deleted_at IS NULL
    ORDER BY v.created_at DESC, v.id DESC LIMIT ${limit}`
}
