import { type Comparison, equalCalls, sameCall } from './comparison'
import { alignSequences, type Pair, type Weigh } from './needleman-wunsch'
import { bitCount } from './signature'

/**
 * The alignment of steps (rows) with gold (columns). Equal beginnings and endings are paired at once, which never makes
 * an alignment worse, so that two long and nearly equal trajectories need no large table.
 */
export function alignPairs(comparison: Comparison): Pair[] {
  const steps = comparison.steps.calls
  const gold = comparison.gold.calls
  const settled = (row: number, column: number) => equalCalls(comparison, row, column) && steps[row]?.errored === false
  const shorter = Math.min(steps.length, gold.length)
  let head = 0
  while (head < shorter && settled(head, head)) head += 1
  let tail = 0
  while (tail < shorter - head && settled(steps.length - 1 - tail, gold.length - 1 - tail)) tail += 1

  const weigh = gradedWeights(comparison)
  const middle = alignSequences(steps.length - head - tail, gold.length - head - tail, (row, left, weights) =>
    weigh(row + head, left + head, weights),
  )
  const paired = (length: number, row: number, column: number): Pair[] =>
    Array.from({ length }, (_, at) => ({ row: row + at, column: column + at }))
  return [
    ...paired(head, 0, 0),
    ...middle.map((pair) => shifted(pair, head)),
    ...paired(tail, steps.length - tail, gold.length - tail),
  ]
}

function shifted(pair: Pair, by: number): Pair {
  if (pair.row === null) return { row: null, column: pair.column + by }
  if (pair.column === null) return { row: pair.row + by, column: null }
  return { row: pair.row + by, column: pair.column + by }
}

/**
 * Weights in two ranks. First, that gold actions were carried out, one more of which outweighs everything else; then how
 * well: by an equal call, by another with the same result, or, where one was not carried out, by a call of the same
 * name, the better if it succeeded and the more its arguments are alike. Two such calls outweigh one.
 */
function gradedWeights(comparison: Comparison): Weigh {
  const { steps, gold } = comparison
  const { keys, names, results, low, high, bits } = gold
  const { unit, reached } = ranks(Math.min(keys.length, steps.keys.length))
  return (row, left, weights) => {
    const key = steps.keys[row]
    const name = steps.names[row]
    const result = steps.results[row] ?? -1
    const [stepLow, stepHigh, stepBits] = [steps.low[row] ?? 0, steps.high[row] ?? 0, steps.bits[row] ?? 0]
    const success = steps.calls[row]?.errored ? 0 : unit >> 1
    for (let at = 0; at < weights.length; at += 1) {
      const column = left + at
      if (names[column] !== name) weights[at] = 0
      else if (keys[column] === key) weights[at] = reached + 2 * unit + success
      else {
        const shared = bitCount(stepLow & (low[column] ?? 0), stepHigh & (high[column] ?? 0))
        const alike = likeness[(shared << 7) | (stepBits + (bits[column] ?? 0) - shared)] ?? 0
        weights[at] = unit + success + ((alike * unit) >> 5)
      }
    }
    if (result !== -1) raise(weights, reached + unit, (at) => results[left + at] === result)
    if (comparison.lenient) raise(weights, reached + unit, (at) => sameCall(comparison, row, left + at))
  }
}

/**
 * 0 for nothing in common to 15 for the same parts (Jaccard), at 128 x shared bits + all bits: looked up, since a
 * division would take longer than all the rest.
 */
const likeness = Uint8Array.from({ length: 65 * 128 }, (_, at) => {
  const all = at & 127
  return all === 0 ? 15 : Math.floor((15 * (at >> 7)) / all)
})

function raise(weights: Int32Array, to: number, where: (at: number) => boolean): void {
  weights.forEach((weight, at) => {
    if (weight < to && where(at)) weights[at] = to
  })
}

/** Weights whose sums stay below 2^31. Above 29,000 actions one carried out no longer outweighs all the others. */
function ranks(pairs: number): { unit: number; reached: number } {
  const highest = 2 ** 31 - 1
  const unit = Math.max(1, Math.min(64, Math.floor(highest / (3 * (pairs + 1) ** 2))))
  return { unit, reached: Math.min(3 * unit * (pairs + 1), Math.floor(highest / (pairs + 1)) - 3 * unit) }
}
