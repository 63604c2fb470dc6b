import type { Step } from '@/lib/core/trajectory/types'
import { type Call, rolesOf, stepCalls } from './calls'
import { compareCalls } from './comparison'
import { finalResult } from './final-result'
import { alignPairs } from './graded-pairs'
import type { AlignmentRow } from './row'
import { rowsOf } from './rows'
import type { AlignRules } from './rules'

/**
 * Two trajectories of one instance side by side. In a row `step` is a step of the first (1-based) and `gold` one of the
 * second (0-based place in its steps): the second stands where gold stands. missing: only the second did it; extra: only
 * the first.
 */
export type TrajectoryComparison = {
  rows: AlignmentRow[]
  firstDivergence: number | null // 0-based row
  matched: number
  share: number | null // matched, of the actions of the longer one; null where neither acts
  sameBeginning: number // actions both did before anything differed
  sameResult: boolean | null // whether both rest on the same; null where either rests on nothing
}

/**
 * Aligns two trajectories by the same machinery as a trajectory and its gold. Endings count like any action. Unlike
 * beside gold, reading what the other did not read is a divergence: neither is the measure of the other.
 */
export function compareTrajectories(
  first: readonly Step[],
  second: readonly Step[],
  rules: AlignRules,
): TrajectoryComparison {
  const [left, right] = [stepCalls(first, rules), stepCalls(second, rules).map(placeFromZero)]
  const comparison = compareCalls(left, right, 'equal')
  const rows = rowsOf(comparison, alignPairs(comparison))
  const matched = rows.filter(({ kind }) => kind === 'match').length
  const divergence = rows.findIndex(({ kind }) => kind !== 'match')
  const longer = Math.max(left.length, right.length)
  return {
    rows,
    firstDivergence: divergence === -1 ? null : divergence,
    matched,
    share: longer === 0 ? null : matched / longer,
    sameBeginning: divergence === -1 ? rows.length : divergence,
    sameResult: restOnTheSame(first, second, rules),
  }
}

const placeFromZero = (call: Call): Call => ({ ...call, at: call.at - 1 })

function restOnTheSame(first: readonly Step[], second: readonly Step[], rules: AlignRules): boolean | null {
  const roles = rolesOf(rules)
  const [left, right] = [finalResult(first, roles), finalResult(second, roles)]
  if (left === null || right === null || left.kind !== right.kind) return null
  return left.text === right.text
}
