import type { Action, Step } from '@/lib/core/trajectory/types'
import type { ArgumentsMode } from './arguments-mode'
import { type Call, comparedSteps, goldCalls, stepCalls } from './calls'
import { carriedOut, compareCalls } from './comparison'
import { alignPairs } from './graded-pairs'
import { type ModeMetrics, metricsOf } from './metrics'
import type { Mode } from './modes'
import type { AlignmentRow } from './row'
import { rowsOf } from './rows'
import type { AlignRules } from './rules'

export type AlignOptions = {
  /** Which arguments pass for the gold's; equal ones only, unless said otherwise. */
  arguments?: ArgumentsMode
  /** What each gold action is known to give back, by its place; see lib/core/gold/results.ts. */
  results?: readonly (string | null)[]
}

/** Steps beside one gold sequence. With an empty gold everything is null but the writes: none equals none. */
export type Alignment = {
  rows: AlignmentRow[]
  empty: boolean // the gold says: do nothing
  goldCount: number // gold actions that were compared
  firstDivergence: number | null // 0-based row; reading more than the gold does is no divergence
  exact: boolean | null
  inOrder: boolean | null
  anyOrder: boolean | null
  stateChanging: boolean
  goldWrites: number
  progress: number | null // longest prefix of gold reached in order, as a share
  modes: Record<Mode, ModeMetrics> | null
}

/**
 * Aligns the actions of an episode with a gold sequence: as many calls and results as can be kept in order, of these
 * as many equal calls as can be, then as many calls of the same name, those first that succeeded and are most alike.
 * Each action and each gold action stands in exactly one row. Talk, thought and an ending that the gold does not have
 * are in none.
 *
 * @param steps  the episode in order; a row's step is the 1-based place in this list
 * @param gold   one gold sequence; a row's gold is the 0-based place in this list
 */
export function align(
  steps: readonly Step[],
  gold: readonly Action[],
  rules: AlignRules,
  options: AlignOptions = {},
): Alignment {
  const known = options.results?.some((result) => result !== null) ?? false
  return alignCalls(stepCalls(steps, rules, known), goldCalls(gold, rules, options.results), options.arguments)
}

/** As `align`, for calls that are made ready once and compared with several gold sequences. */
export function alignCalls(made: readonly Call[], wanted: readonly Call[], mode: ArgumentsMode = 'equal'): Alignment {
  const comparison = compareCalls(comparedSteps(made, wanted), wanted, mode)
  const pairs = alignPairs(comparison)
  const rows = rowsOf(comparison, pairs)
  const gold = comparison.gold.calls
  const partners = new Int32Array(comparison.steps.calls.length).fill(-1)
  for (const { row, column } of pairs)
    if (row !== null && column !== null && carriedOut(comparison, row, column)) partners[row] = column
  const { modes, progress } = metricsOf(comparison, partners)
  const empty = gold.length === 0
  return {
    rows,
    empty,
    goldCount: gold.length,
    firstDivergence: firstDivergence(rows),
    exact: empty ? null : modes.exact.holds,
    inOrder: empty ? null : modes['in-order'].holds,
    anyOrder: empty ? null : modes['any-order'].holds,
    stateChanging: modes['state-changing'].holds,
    goldWrites: gold.filter(({ readOnly }) => !readOnly).length,
    progress: empty ? null : progress,
    modes: empty ? null : modes,
  }
}

function firstDivergence(rows: readonly AlignmentRow[]): number | null {
  const at = rows.findIndex(({ kind, readOnly }) => kind !== 'match' && readOnly !== true)
  return at === -1 ? null : at
}
