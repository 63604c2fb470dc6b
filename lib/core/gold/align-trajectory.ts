import { shortenStrip, stripOf } from '@/lib/core/trajectory/strip'
import type { Gold, Step } from '@/lib/core/trajectory/types'
import { type Alignment, alignCalls } from './align'
import { goldCalls, isAction, rolesOf, stepCalls } from './calls'
import { type GoldMatch, goldMatches, goldMatchOf } from './gold-match'
import type { ModeMetrics } from './metrics'
import { defaultMode, type Mode } from './modes'
import type { AlignmentRow } from './row'
import type { AlignRules } from './rules'

/** Raised whenever the same input may give other rows, so that stored alignments can be told apart and redone. */
export const alignerVersion = 1

/** The reward that decides whether the trajectory solved its task, and the task's threshold for it. */
export type RewardToReach = { reward: number | null; threshold: number }

/** One row of the alignment table. `gold` is the place of its sequence in the list that was given. */
export type StoredAlignment = {
  gold: number
  best: boolean
  exact: boolean | null
  inOrder: boolean | null
  anyOrder: boolean | null
  stateChanging: boolean
  precision: number | null // of the default mode, as recall
  recall: number | null
  modes: Record<Mode, ModeMetrics> | null // of every mode; null with an empty gold
  progress: number | null
  firstDivergence: number | null // 0-based row
  rows: AlignmentRow[]
  version: number
}

/** What the store keeps of a trajectory beside its gold: rows of the alignment table, columns of the trajectory. */
export type TrajectoryAlignment = {
  alignments: StoredAlignment[]
  goldMatch: GoldMatch
  goldProgress: number | null
  goldActionCount: number | null
  strip: string
}

/**
 * Aligns a trajectory with every gold sequence of its instance and chooses the best, always the same one: the better
 * match, then the greater recall, progress and precision, then the lower ordinal. A gold that has an answer and no
 * actions is no sequence to align with.
 *
 * @param steps    the episode in order; a row's step is the 1-based place in this list
 * @param golds    the gold sequences in order of their ordinals; none means that there is no gold
 * @param results  for each gold what its actions are known to give back; see lib/core/gold/results.ts
 */
export function alignTrajectory(
  steps: readonly Step[],
  golds: readonly Gold[],
  rules: AlignRules,
  reward: RewardToReach,
  results: readonly (readonly (string | null)[])[] = [],
): TrajectoryAlignment {
  const solved = reward.reward !== null && reward.reward >= reward.threshold
  const made = stepCalls(
    steps,
    rules,
    results.some((known) => known.some((result) => result !== null)),
  )
  const candidates = golds.flatMap(({ actions, answer }, gold) => {
    if (actions.length === 0 && answer !== null) return []
    const alignment = alignCalls(made, goldCalls(actions, rules, results[gold]))
    return [{ gold, alignment, match: goldMatchOf(alignment, solved) }]
  })
  const best = candidates.toSorted(byFit)[0]
  const roles = rolesOf(rules)
  const acts = steps.map((step) => isAction(step, roles))
  return {
    alignments: candidates.map(({ gold, alignment }) => stored(alignment, gold, gold === best?.gold)),
    goldMatch: best?.match ?? 'no gold',
    goldProgress: best?.alignment.progress ?? null,
    goldActionCount: best?.alignment.goldCount ?? null,
    strip: shortenStrip(stripOf(acts, best?.alignment.rows ?? [])),
  }
}

type Candidate = { gold: number; alignment: Alignment; match: GoldMatch }

/** Doing nothing is the best reading only of a run that changed nothing and matched nothing else. */
function rank({ match, alignment }: Candidate): number {
  if (match !== 'gold empty') return goldMatches.indexOf(match)
  return goldMatches.indexOf(alignment.stateChanging ? 'partial' : 'no gold') - 0.5
}

function byFit(a: Candidate, b: Candidate): number {
  const [x, y] = [a, b].map(({ alignment }) => ({
    recall: alignment.modes?.['any-order'].recall ?? 0,
    progress: alignment.progress ?? 0,
    precision: alignment.modes?.['any-order'].precision ?? 0,
  }))
  const better = x && y ? y.recall - x.recall || y.progress - x.progress || y.precision - x.precision : 0
  return rank(a) - rank(b) || better || a.gold - b.gold
}

function stored(alignment: Alignment, gold: number, best: boolean): StoredAlignment {
  const metrics = alignment.modes?.[defaultMode]
  return {
    gold,
    best,
    exact: alignment.exact,
    inOrder: alignment.inOrder,
    anyOrder: alignment.anyOrder,
    stateChanging: alignment.stateChanging,
    precision: metrics?.precision ?? null,
    recall: metrics?.recall ?? null,
    modes: alignment.modes,
    progress: alignment.progress,
    firstDivergence: alignment.firstDivergence,
    rows: alignment.rows,
    version: alignerVersion,
  }
}
