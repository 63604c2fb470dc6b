import type { Comparison } from './comparison'
import { alignSequences, type Pair, type Weight } from './needleman-wunsch'

/**
 * The alignment of steps (rows) with gold (columns). Equal beginnings and endings are paired at once, which never makes
 * an alignment worse, so that two long and nearly equal trajectories need no large table.
 */
export function alignPairs(comparison: Comparison): Pair[] {
  const { steps, gold } = comparison
  const settled = (row: number, column: number) => comparison.equalKeys(row, column) && steps[row]?.errored === false
  const shorter = Math.min(steps.length, gold.length)
  let head = 0
  while (head < shorter && settled(head, head)) head += 1
  let tail = 0
  while (tail < shorter - head && settled(steps.length - 1 - tail, gold.length - 1 - tail)) tail += 1

  const weight = gradedWeight(comparison)
  const middle = alignSequences(steps.length - head - tail, gold.length - head - tail, (row, column) =>
    weight(row + head, column + head),
  )
  return [
    ...Array.from({ length: head }, (_, at) => ({ row: at, column: at })),
    ...middle.map((pair) => shifted(pair, head)),
    ...Array.from({ length: tail }, (_, at) => ({
      row: steps.length - tail + at,
      column: gold.length - tail + at,
    })),
  ]
}

function shifted(pair: Pair, by: number): Pair {
  if (pair.row === null) return { row: null, column: pair.column + by }
  if (pair.column === null) return { row: pair.row + by, column: null }
  return { row: pair.row + by, column: pair.column + by }
}

/**
 * Weights in three ranks, each greater than all that the ranks below can add up to: the gold action was carried out; by
 * an equal call; otherwise a call of the same name, better if it succeeded and the more its arguments are alike. Two
 * calls of the same name always outweigh one. Sums stay whole numbers for sequences of up to 40,000 actions.
 */
function gradedWeight(comparison: Comparison): Weight {
  const { steps, gold, equalKeys, accepted, equalNames, likeness } = comparison
  const most = Math.min(steps.length, gold.length) + 1
  const succeeded = Float64Array.from(steps, ({ errored }) => (errored ? 0 : 32))
  const equal = 96 * most
  const carriedOut = equal * most
  return (row, column) => {
    const success = succeeded[row] ?? 0
    if (equalKeys(row, column)) return carriedOut + equal + success
    if (accepted(row, column)) return carriedOut + success + likeness(row, column)
    return equalNames(row, column) ? 48 + success + likeness(row, column) : 0
  }
}
