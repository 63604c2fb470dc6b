import 'server-only'
import type { ClientBase } from 'pg'
import { alignTrajectory, type TrajectoryAlignment } from '@/lib/core/gold/align-trajectory'
import { flagStrip } from '@/lib/core/trajectory/strip'
import { knowTask } from '@/lib/core/trajectory/tasks'
import { type Alignable, type AlignableScope, lockAlignable } from '@/lib/data/alignable'
import { copyAlignments } from '@/lib/data/alignments'
import { inConnection } from '@/lib/data/client'

/** What a batch came to: how many trajectories, and the last of them; null when none was left. */
export type Realigned = { aligned: number; last: string | null }

/**
 * Aligns the next trajectories of a scope with the gold that their instances have now, in one transaction with what the
 * list shows of it. Aligning again changes nothing, so that an interrupted batch may be repeated.
 */
export function realignBatch(scope: AlignableScope, after: string | null): Promise<Realigned> {
  return inConnection(async (client) => {
    const batch = await lockAlignable(client, scope, after)
    const aligned = batch.map((each) => ({ ...each, result: alignWithGold(each) }))
    await client.query('DELETE FROM alignment WHERE revision_id = ANY($1)', [batch.map(({ revisionId }) => revisionId)])
    await copyAlignments(
      client,
      aligned.map(({ revisionId, gold, result }) => ({
        revisionId,
        goldIds: gold.map(({ id }) => id),
        alignments: result.alignments,
      })),
    )
    await updateColumns(client, aligned)
    return { aligned: batch.length, last: batch.at(-1)?.id ?? null }
  })
}

function alignWithGold({ steps, gold, taskName, reward, threshold }: Alignable): TrajectoryAlignment {
  return alignTrajectory(steps, gold, knowTask(taskName).rules, { reward, threshold })
}

async function updateColumns(client: ClientBase, aligned: readonly (Alignable & { result: TrajectoryAlignment })[]) {
  await client.query(
    `UPDATE trajectory SET gold_match = m::gold_match, gold_progress = p, gold_action_count = c, strip = s
     FROM unnest($1::uuid[], $2::text[], $3::float8[], $4::int[], $5::text[]) AS new (i, m, p, c, s) WHERE id = i`,
    [
      aligned.map(({ id }) => id),
      aligned.map(({ result }) => result.goldMatch),
      aligned.map(({ result }) => result.goldProgress),
      aligned.map(({ result }) => result.goldActionCount),
      aligned.map(({ result, flaggedSteps }) => flagStrip(result.strip, flaggedSteps)),
    ],
  )
}
