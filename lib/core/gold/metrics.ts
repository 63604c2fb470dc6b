import type { Comparison } from './comparison'
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
  const { steps, gold } = comparison
  const anyOrder = maximumMatching(steps.length, gold.length, acceptedGold(comparison))
  const samePlace = Int32Array.from(steps, (_, at) => (at < gold.length && comparison.same(at, at) ? at : -1))
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
  const counted = steps.filter(({ readOnly }, at) => !readOnly || partners[at] !== -1).length
  return {
    holds: holds(matched),
    matched,
    precision: share(matched, counted),
    recall: share(matched, gold.length),
  }
}

/** The gold actions that a step carries out, listed once for all steps that are alike. */
function acceptedGold({ gold, accepted, classOf }: Comparison): (step: number) => readonly number[] {
  const places = gold.map((_, at) => at)
  const lists = new Map<number, readonly number[]>()
  return (step) => {
    const alike = classOf[step] ?? 0
    const known = lists.get(alike)
    if (known) return known
    const list = places.filter((at) => accepted(step, at))
    lists.set(alike, list)
    return list
  }
}

function prefixReached({ steps, accepted }: Comparison): number {
  return steps.reduce((reached, _, at) => (accepted(at, reached) ? reached + 1 : reached), 0)
}

/** Successful writes on both sides, compared as multisets: none equals none. */
function writesOf({ steps, gold, same }: Comparison): ModeMetrics {
  const made = steps.flatMap(({ readOnly, errored }, at) => (readOnly || errored ? [] : [at]))
  const wanted = gold.flatMap(({ readOnly }, at) => (readOnly ? [] : [at]))
  const options = made.map((step) => wanted.flatMap((at, place) => (same(step, at) ? [place] : [])))
  const partners = maximumMatching(made.length, wanted.length, (step) => options[step] ?? [])
  const matched = partners.reduce((sum, partner) => sum + (partner === -1 ? 0 : 1), 0)
  return {
    holds: matched === made.length && matched === wanted.length,
    matched,
    precision: share(matched, made.length),
    recall: share(matched, wanted.length),
  }
}
