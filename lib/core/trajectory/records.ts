import { BlockScanner } from './scan/blocks'
import { JsonScanner } from './scan/json'
import { LineScanner } from './scan/lines'
import { WholeScanner } from './scan/whole'

/** How records lie in a file. `at` names the member of a top-level object that holds them: {meta, logs: {…}}. */
export type Container =
  | { kind: 'array' | 'object'; at: string | null }
  | { kind: 'lines' } // one JSON value a line
  | { kind: 'values' } // JSON values one after another, over any number of lines
  | { kind: 'blocks' } // text, divided by ruler lines of dashes
  | { kind: 'whole' } // the file is one record

/** Where a scan may go on: plain data, made to be stored beside the rows of the records before it. */
export type ScanState = {
  offset: number // of the first byte not yet read
  ordinal: number // of the next record
  line: number // 1-based, of that byte
  inside: 'array' | 'object' | null // the container whose items are being read; null before it
  header: Record<string, string> // JSON text of the members before the records, where the container has any
}

/** One raw entry of a file, byte for byte, with its place. `bytes` is a copy and holds only a beginning if oversized. */
export type RawRecord = {
  ordinal: number
  offset: number
  line: number
  length: number
  bytes: Uint8Array
  key: string | null
  problem: string | null
  after: ScanState
}

export type ScanLimits = {
  recordBytes: number // a longer record becomes a problem; only its first 64 kB are kept
  depth: number // brackets open at once inside a record
}

export const scanLimits: ScanLimits = { recordBytes: 256 * 1024 * 1024, depth: 200 }

/** The state in which every scan of a file begins. */
export const scanStart: ScanState = { offset: 0, ordinal: 0, line: 1, inside: null, header: {} }

/** What every scanner keeps: push hands back the records that ended in the chunk, end those that the file's end closes. */
export interface RecordScanner {
  push(chunk: Uint8Array): RawRecord[]
  end(): RawRecord[]
}

/**
 * Cuts a file into its records without parsing them: brackets are counted, strings are skipped, bytes are copied.
 * Memory is bounded by the limit on a record whatever the file's size. What cannot be cut is yielded as a record with a
 * problem and the scan goes on behind it where it can be found again, so that every byte is either in a record or
 * is white space, a separator or a key. A chunk may be reused once push returns.
 *
 * @param from  the `after` of a record: push then takes the bytes from `from.offset` on
 */
export function scanRecords(
  container: Container,
  from: ScanState = scanStart,
  limits: ScanLimits = scanLimits,
): RecordScanner {
  switch (container.kind) {
    case 'lines':
      return new LineScanner(from, limits)
    case 'blocks':
      return new BlockScanner(from, limits)
    case 'whole':
      return new WholeScanner(from, limits)
    case 'values':
      return new JsonScanner('values', null, from, limits)
    case 'array':
    case 'object':
      return new JsonScanner(container.kind, container.at, from, limits)
  }
}
