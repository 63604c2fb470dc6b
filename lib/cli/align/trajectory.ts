import { Failure } from '@/lib/cli/failure'
import { diffCalls } from '@/lib/core/gold/diff'
import type { Mode } from '@/lib/core/gold/modes'
import type { AlignmentRow } from '@/lib/core/gold/row'
import { knowTask } from '@/lib/core/trajectory/tasks'
import { findTrajectory, type GoldAction, listGold, listSteps, type StepReading } from '@/lib/data/reading'
import { realignBatch } from '@/lib/data/realign'

/** Aligns one trajectory with its gold and says how it stands to the best sequence, in the shape others rely on. */
export async function alignOne(id: string, mode: Mode) {
  const found = await findTrajectory(id)
  if (!found) throw new Failure(`There is no trajectory ${id}. \`trajectory list\` names them.`)
  await realignBatch({ trajectoryId: found.id }, null)
  const trajectory = (await findTrajectory(id)) ?? found
  const golds = trajectory.instance ? await listGold(trajectory.instance.id, trajectory.currentRevisionId) : []
  const [best] = golds.filter(({ alignment }) => alignment !== null)
  const steps = await listSteps(trajectory.currentRevisionId, { from: 1, count: trajectory.stepCount, shown: 0 })
  const alignment = best?.alignment ?? null
  const metrics = alignment?.modes?.[mode] ?? null
  return {
    trajectory: trajectory.id,
    externalId: trajectory.externalId,
    task: trajectory.task.name,
    mode,
    goldMatch: trajectory.goldMatch,
    gold: best ? { ordinal: best.ordinal, of: golds.length, origin: best.origin, actions: best.actions.length } : null,
    holds: metrics?.holds ?? null,
    exact: alignment?.exact ?? null,
    inOrder: alignment?.inOrder ?? null,
    anyOrder: alignment?.anyOrder ?? null,
    stateChanging: alignment?.stateChanging ?? null,
    precision: metrics?.precision ?? null,
    recall: metrics?.recall ?? null,
    progress: alignment?.progress ?? null,
    firstDivergence: alignment?.firstDivergence ?? null,
    strip: trajectory.strip,
    rows: (alignment?.rows ?? []).map((row) => withDifference(row, steps, best?.actions ?? [], trajectory.task.name)),
  }
}

export type AlignedTrajectory = Awaited<ReturnType<typeof alignOne>>

function withDifference(
  row: AlignmentRow,
  steps: readonly StepReading[],
  actions: readonly GoldAction[],
  task: string,
) {
  const step = row.step === null ? undefined : steps[row.step - 1]
  const gold = row.gold === null ? undefined : actions[row.gold]
  const calls = { made: textOf(step), wanted: gold?.raw ?? null }
  if (row.kind !== 'arguments' || !step || !gold) return { ...row, ...calls }
  const made = { name: step.actionName ?? '', arguments: step.actionArguments ?? {}, raw: step.actionRaw ?? '' }
  return { ...row, ...calls, difference: diffCalls(gold, made, knowTask(task).rules.normaliser).arguments }
}

const textOf = (step: StepReading | undefined) => step?.actionRaw ?? step?.actionName ?? null

const glyphs = { match: '●', arguments: '◐', extra: '+', missing: '−', reordered: '⇅' } as const
const says = (value: boolean | null) => (value === null ? '–' : value ? 'yes' : 'no')
const share = (value: number | null) => (value === null ? '–' : value.toFixed(2))
const line = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').slice(0, 100)

/** The same for a person: how it stands, then a line a row. */
export function alignedLines(aligned: AlignedTrajectory): string {
  const { gold, rows } = aligned
  if (gold === null) return `${aligned.externalId} (${aligned.task}): no gold actions are known for this problem.`
  const which = gold.of > 1 ? `, gold ${gold.ordinal + 1} of ${gold.of}` : ''
  const empty = gold.actions === 0 ? ' Gold: do nothing.' : ''
  return [
    `${aligned.externalId} (${aligned.task}): ${aligned.goldMatch}${which}.${empty}`,
    `exact ${says(aligned.exact)}, in order ${says(aligned.inOrder)}, any order ${says(aligned.anyOrder)}, same writes ${says(aligned.stateChanging)}; ` +
      `${aligned.mode}: precision ${share(aligned.precision)}, recall ${share(aligned.recall)}, progress ${share(aligned.progress)}`,
    ...rows.map(
      ({ kind, step, made, wanted }) =>
        `${String(step ?? '').padStart(5)} ${glyphs[kind]} ${kind.padEnd(9)}  ${kind === 'missing' ? line(wanted) : line(made)}` +
        `${kind === 'arguments' ? `\n${' '.repeat(19)}gold: ${line(wanted)}` : ''}`,
    ),
  ].join('\n')
}
