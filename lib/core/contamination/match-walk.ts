import { filterBits, filterShift, findGram, type GramIndex } from './gram-index'
import { reach } from './match-reach'
import type { MatchRule } from './parameters'
import { factor, oldestFactor, spread } from './rolling-hash'

/** Called for a match: where it begins on the test side and in the training tokens, and its length. */
export type VisitMatch = (position: number, at: number, length: number) => void

/** Called for a place in the training tokens whose n-gram the test side has, known by its first position there. */
export type VisitGram = (first: number, at: number) => void

/** Visits every place in ids[from … to) at which an n-gram of the index begins, in order. */
export function walkGrams(index: GramIndex, ids: Int32Array, from: number, to: number, visit: VisitGram): void {
  const { length, filter } = index
  const oldest = oldestFactor(length)
  const shift = filterShift(filter)
  let hash = 0
  for (let at = from; at < to; at++) {
    if (at >= from + length) hash -= Math.imul(ids[at - length] ?? 0, oldest)
    hash = (Math.imul(hash, factor) + (ids[at] ?? 0)) | 0
    if (at < from + length - 1) continue
    const mixed = spread(hash)
    const bits = filterBits(mixed)
    if (((filter[mixed >>> shift] ?? 0) & bits) !== bits) continue
    const first = findGram(index, ids, at - length + 1, mixed)
    if (first !== 0) visit(first, at - length + 1)
  }
}

/**
 * Visits every match between ids[from … to) and the test side that is long enough, each from the beginning of its equal
 * run: what begins inside the run is a part of it.
 */
export function walkMatches(
  index: GramIndex,
  rule: MatchRule,
  ids: Int32Array,
  from: number,
  to: number,
  visit: VisitMatch,
): void {
  const { tokens, next, mixed } = index
  walkGrams(index, ids, from, to, (first, at) => {
    const left = at > from ? (ids[at - 1] ?? 0) : -2
    if (mixed[first] === 0 && tokens[first - 1] === left) return
    for (let position = first; position !== 0; position = next[position] ?? 0) {
      if (tokens[position - 1] === left) continue
      const length = reach(rule, tokens, position, ids, at, to)
      if (length >= rule.shortest) visit(position, at, length)
    }
  })
}
