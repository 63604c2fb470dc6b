import { z } from 'zod'
import type { Viewer } from '@/lib/auth/viewer'
import { Failure } from '@/lib/cli/failure'
import { endOfJob, whileWorking } from '@/lib/cli/follow-job'
import { goldMatches } from '@/lib/core/gold/gold-match'
import type { Mode } from '@/lib/core/gold/modes'
import { type AlignmentCounts, countAlignments, type SourceAlignment } from '@/lib/data/alignment-counts'
import { resolveSource } from '@/lib/data/source-name'
import { enqueue } from '@/lib/jobs/queue'

const REFUSALS = {
  unknown: (given: string) => `There is no source ${given}. A source goes by its file name or its id.`,
  ambiguous: (given: string) => `Several sources are called ${given}: name the one you mean by its id.`,
} as const

/** Aligns every trajectory of a source with its gold, and counts. */
export async function alignSource(viewer: Viewer, given: string, mode: Mode, stop: AbortSignal) {
  const source = await resolveSource(given)
  if (!source.ok) throw new Failure(REFUSALS[source.reason](given))
  const { id, name } = source.value
  await runAlign(viewer, { sourceId: id, name, only: 'all' }, name, stop)
  return { source: id, name, mode, ...(await countAlignments(id, mode)) }
}

/** Aligns whatever has gold that it was never compared with, or by an earlier version. Says how many that were. */
export function alignStale(viewer: Viewer, stop: AbortSignal): Promise<number> {
  return runAlign(viewer, { only: 'stale' }, 'align', stop)
}

const alignResult = z.object({ trajectories: z.number() })

async function runAlign(
  viewer: Viewer,
  input: Record<string, string>,
  label: string,
  stop: AbortSignal,
): Promise<number> {
  const job = await enqueue(viewer, 'align', input)
  if (!job.ok) throw new Error(`The alignment was not accepted: ${job.reason}.`)
  const ended = await whileWorking(async (_, advice) => {
    const row = await endOfJob(viewer, { label, id: job.value.id }, stop)
    if (!row) throw new Failure(`Stopped while aligning. ${advice}`)
    return row
  })
  if (ended.state !== 'done') throw new Failure(ended.error ?? 'The alignment was cancelled.')
  return alignResult.parse(ended.result).trajectories
}

const number = new Intl.NumberFormat('en')

/** The counts for a person. */
export function countLines({ name, rewarded, unrewarded, ...all }: SourceAlignment & { name: string }): string {
  const kinds = goldMatches.filter((match) => (all.byMatch[match] ?? 0) > 0)
  return [
    `${name}: ${number.format(all.trajectories)} trajectories, ${number.format(all.withGold)} with gold actions, ${number.format(all.goldEmpty)} whose gold is to do nothing, ${number.format(all.noGold)} without gold.`,
    modesLine('all', all),
    modesLine('with reward', rewarded),
    modesLine('without', unrewarded),
    kinds.map((match) => `${match} ${number.format(all.byMatch[match] ?? 0)}`).join(', '),
  ].join('\n')
}

function modesLine(label: string, counts: AlignmentCounts): string {
  const { trajectories, exact, inOrder, anyOrder, stateChanging } = counts
  return `  ${label.padEnd(12)} ${number.format(trajectories)}: exact ${exact}, in order ${inOrder}, any order ${anyOrder}, same writes ${stateChanging}`
}
