import 'server-only'
import { goldMatches } from '@/lib/core/gold/gold-match'
import type { Mode } from '@/lib/core/gold/modes'
import { pool } from '@/lib/data/client'

/** How trajectories stand to their best gold. Shares are means over those that have them, 0 to 1. */
export type AlignmentCounts = {
  trajectories: number
  withGold: number // with gold actions
  goldEmpty: number // the gold says: do nothing
  noGold: number
  exact: number
  inOrder: number
  anyOrder: number
  stateChanging: number // the same successful writes; none equals none
  precision: number | null // of the mode
  recall: number | null
  progress: number | null
  byMatch: Record<string, number> // every kind of gold match, as the store spells it
}

/** The counts of a source, and of those of its trajectories that did and did not reach their task's reward. */
export type SourceAlignment = AlignmentCounts & { rewarded: AlignmentCounts; unrewarded: AlignmentCounts }

const WHO = {
  all: 'true',
  rewarded: 'coalesce(t.reward_final, t.reward_max) >= task.reward_threshold',
  unrewarded: '(coalesce(t.reward_final, t.reward_max) >= task.reward_threshold) IS NOT TRUE',
} as const

/** Counts the stored alignments of a source. */
export async function countAlignments(sourceId: string, mode: Mode): Promise<SourceAlignment> {
  const [all, rewarded, unrewarded] = [
    await countWhere(sourceId, mode, WHO.all),
    await countWhere(sourceId, mode, WHO.rewarded),
    await countWhere(sourceId, mode, WHO.unrewarded),
  ]
  return { ...all, rewarded, unrewarded }
}

async function countWhere(sourceId: string, mode: Mode, who: (typeof WHO)[keyof typeof WHO]): Promise<AlignmentCounts> {
  const { rows } = await pool().query<AlignmentCounts>(
    `WITH counted AS (
       SELECT t.gold_match::text AS match, t.gold_progress AS progress, a.exact, a.in_order, a.any_order,
         a.state_changing, (a.modes -> $2 ->> 'precision')::float8 AS precision,
         (a.modes -> $2 ->> 'recall')::float8 AS recall
       FROM trajectory t JOIN task ON task.id = t.task_id
       LEFT JOIN alignment a ON a.revision_id = t.current_revision_id AND a.best
       WHERE t.source_id = $1 AND t.deleted_at IS NULL AND t.kind = 'trajectory' AND ${who})
     SELECT count(*)::int AS trajectories,
       count(*) FILTER (WHERE match NOT IN ('gold empty', 'no gold'))::int AS "withGold",
       count(*) FILTER (WHERE match = 'gold empty')::int AS "goldEmpty",
       count(*) FILTER (WHERE match = 'no gold')::int AS "noGold",
       count(*) FILTER (WHERE exact)::int AS exact, count(*) FILTER (WHERE in_order)::int AS "inOrder",
       count(*) FILTER (WHERE any_order)::int AS "anyOrder",
       count(*) FILTER (WHERE state_changing)::int AS "stateChanging",
       avg(precision) AS precision, avg(recall) AS recall, avg(progress) AS progress,
       (SELECT coalesce(jsonb_object_agg(match, n), '{}') FROM (SELECT match, count(*) AS n FROM counted GROUP BY match) m)
         AS "byMatch"
     FROM counted`,
    [sourceId, mode],
  )
  const [row] = rows
  if (!row) throw new Error('a count without a row')
  const byMatch = Object.fromEntries(goldMatches.map((match) => [match, row.byMatch[match] ?? 0]))
  return { ...row, byMatch }
}
