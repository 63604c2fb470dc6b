import { type Comparison, carriedOut, carriedOutBy, sameCall, sameCalls } from './comparison'
import { maximumMatching } from './matching'
import type { Mode } from './modes'

/** What a mode makes of an alignment. Shares are 0 to 1; null where there is nothing to divide by. */
export type ModeMetrics = {
  holds: boolean
  matched: number
  precision: number | null // matched, of the steps that count: read-only ones without a partner do not
  recall: number | null // matched, of the gold actions
}

/** Metrics of every mode, and the longest prefix of gold reached in order, as a share of the gold. */
export type Metrics = { modes: Record<Mode, ModeMetrics>; progress: number }

const share = (part: number, whole: number) => (whole === 0 ? null : part / whole)

/**
 * The metrics of steps beside a gold sequence.
 *
 * @param inOrderPartners  for each step its gold action in the alignment, or -1 where it matched none
 */
export function metricsOf(comparison: Comparison, inOrderPartners: Int32Array): Metrics {
  const steps = comparison.steps.calls
  const gold = comparison.gold.calls
  const anyOrder = maximumMatching(steps.length, gold.length, carriedOutBy(comparison))
  const samePlace = Int32Array.from(steps, (_, at) => (at < gold.length && sameCall(comparison, at, at) ? at : -1))
  const reached = prefixReached(comparison)
  return {
    modes: {
      exact: within(comparison, samePlace, (matched) => matched === steps.length && matched === gold.length),
      'in-order': within(comparison, inOrderPartners, () => reached === gold.length),
      'any-order': within(comparison, anyOrder, (matched) => matched === gold.length),
      'state-changing': writesOf(comparison),
    },
    progress: share(reached, gold.length) ?? 0,
  }
}

function within({ steps, gold }: Comparison, partners: Int32Array, holds: (matched: number) => boolean): ModeMetrics {
  const matched = partners.reduce((sum, partner) => sum + (partner === -1 ? 0 : 1), 0)
  const counted = steps.calls.filter(({ readOnly }, at) => !readOnly || partners[at] !== -1).length
  return {
    holds: holds(matched),
    matched,
    precision: share(matched, counted),
    recall: share(matched, gold.calls.length),
  }
}

function prefixReached(comparison: Comparison): number {
  const { steps, gold } = comparison
  return steps.calls.reduce(
    (reached, _, at) => (reached < gold.calls.length && carriedOut(comparison, at, reached) ? reached + 1 : reached),
    0,
  )
}

/** Successful writes on both sides, compared as multisets: none equals none. */
function writesOf(comparison: Comparison): ModeMetrics {
  const { steps, gold } = comparison
  const made = steps.calls.flatMap(({ readOnly, errored }, at) => (readOnly || errored ? [] : [at]))
  const wanted = new Map(
    gold.calls.flatMap(({ readOnly }, at) => (readOnly ? [] : [at])).map((at, place) => [at, place]),
  )
  const same = sameCalls(comparison)
  const restricted = new Map<readonly number[], readonly number[]>()
  const partners = maximumMatching(made.length, wanted.size, (place) => {
    const all = same(made[place] ?? -1)
    const writes = restricted.get(all) ?? all.flatMap((at) => wanted.get(at) ?? [])
    restricted.set(all, writes)
    return writes
  })
  const matched = partners.reduce((sum, partner) => sum + (partner === -1 ? 0 : 1), 0)
  return {
    holds: matched === made.length && matched === wanted.size,
    matched,
    precision: share(matched, made.length),
    recall: share(matched, wanted.size),
  }
}
