import type { PreparedTrajectory } from './prepare'
import type { ScanState } from './records'

/** A raw record and what was made of it: trajectories, or the reason why not and the place it speaks of. */
export type PreparedRecord = {
  ordinal: number
  offset: number
  line: number
  length: number
  key: string | null
  compressed: Uint8Array // zlib
  sha256: string // in hexadecimal
  trajectories: PreparedTrajectory[]
  problem: { reason: string; field: string | null } | null
}

/** Consecutive records of a source that are written together, or not at all. */
export type Chunk = {
  from: number // byte offset at which the first of them begins to be read
  after: ScanState
  records: PreparedRecord[]
}

export type RecordOutcome = 'imported' | 'duplicate' | 'quarantined'

/** A record with its outcome, and those of its trajectories that are new. */
export type DecidedRecord = {
  record: PreparedRecord
  outcome: RecordOutcome
  reason: string | null
  fresh: PreparedTrajectory[]
}

/**
 * Decides what becomes of each record: quarantined where it has a problem, a duplicate where all its trajectories are
 * known or came earlier in the chunk, imported otherwise.
 *
 * @param known  keys of the trajectories that the store holds
 */
export function decide(records: readonly PreparedRecord[], known: ReadonlySet<string>): DecidedRecord[] {
  const seen = new Set(known)
  return records.map((record) => {
    if (record.problem) return { record, outcome: 'quarantined', reason: record.problem.reason, fresh: [] }
    const fresh = record.trajectories.filter(({ dedupeKey }) => {
      const isNew = !seen.has(dedupeKey)
      seen.add(dedupeKey)
      return isNew
    })
    const repeated = record.trajectories.length - fresh.length
    if (fresh.length === 0)
      return { record, outcome: 'duplicate', reason: 'The same run is in the store already.', fresh }
    const reason =
      repeated === 0 ? null : `${repeated} of its ${record.trajectories.length} runs were in the store already.`
    return { record, outcome: 'imported', reason, fresh }
  })
}
