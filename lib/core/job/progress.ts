/** How much of the newest sample goes into the rate; the rest is what was known before. */
const WEIGHT = 0.3

/**
 * The rate of late: an exponential mean over samples, so that a pause is forgotten after a few of them.
 *
 * @param before   the rate so far, units a second; null before the first sample
 * @param done     units done since the last sample, ≥ 0
 * @param seconds  time since the last sample; a sample of no duration changes nothing
 */
export function rateAfter(before: number | null, done: number, seconds: number): number | null {
  if (seconds <= 0) return before
  const sample = done / seconds
  return before === null ? sample : before + WEIGHT * (sample - before)
}

/**
 * Seconds until the work is done at this rate; null where the total or the rate is unknown or nothing moves.
 */
export function secondsLeft(done: number, total: number | null, rate: number | null): number | null {
  if (total === null || rate === null || rate <= 0) return null
  return Math.max(0, total - done) / rate
}
