import type { DLogger } from '@dbos-inc/dbos-sdk'
import { log } from '@/lib/log'

const engine = log.child({ part: 'jobs' })

/** The engine's own words, into our log. What it calls information is for us detail. */
export const engineLogger: DLogger = {
  debug: (entry) => engine.trace(String(entry)),
  info: (entry) => engine.debug(String(entry)),
  warn: (entry) => engine.warn(String(entry)),
  error: (entry, metadata) => engine.error({ stack: metadata?.stack }, String(entry)),
}
