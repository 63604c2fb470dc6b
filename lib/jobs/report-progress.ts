import { rateAfter } from '@/lib/core/job/progress'
import { reportProgress } from '@/lib/data/jobs'
import type { Progress } from './kind'

const EVERY_MS = 500

/** Writes a job's progress at most twice a second, with the rate of late; the last word is always written. */
export function progressReporter(id: string, doneBefore: number, now: () => number = Date.now) {
  let rate: number | null = null
  let sample = { done: doneBefore, at: now() }
  return async ({ done, total = null, message = null }: Progress): Promise<void> => {
    const at = now()
    if (at - sample.at < EVERY_MS && done !== total) return
    rate = rateAfter(rate, Math.max(0, done - sample.done), (at - sample.at) / 1000)
    sample = { done, at }
    await reportProgress(id, { done, total, rate, message })
  }
}
