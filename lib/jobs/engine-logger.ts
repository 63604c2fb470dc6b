import type { DLogger } from '@dbos-inc/dbos-sdk'
import { log } from '@/lib/log'
import { JobProblem } from './kind'

const engine = log.child({ part: 'jobs' })

/**
 * The engine's own words, into our log. What it calls information is for us detail, and so is the failure of a job that
 * could not be done: its sentence stands in the job's row.
 */
export const engineLogger: DLogger = {
  debug: (entry) => engine.trace(String(entry)),
  info: (entry) => engine.debug(String(entry)),
  warn: (entry) => {
    const text = String(entry)
    if (text.startsWith('Non-retryable')) engine.debug(text)
    else engine.warn(text)
  },
  error: (entry, metadata) => {
    if (metadata?.error instanceof JobProblem) engine.debug(String(entry))
    else engine.error({ stack: metadata?.stack }, String(entry))
  },
}
