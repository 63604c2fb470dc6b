import type { RawRecord, ScanState } from '../records'

/** Numbers the records of a scan in the order in which they end, and keeps them until they are handed over. */
export class Outbox {
  private records: RawRecord[] = []
  private ordinal: number
  private offset: number // of the record being read
  private line: number

  constructor(from: ScanState) {
    this.ordinal = from.ordinal
    this.offset = from.offset
    this.line = from.line
  }

  /** A record begins here. */
  place(offset: number, line: number): void {
    this.offset = offset
    this.line = line
  }

  /** The record ends; the scan could go on from `next`. */
  add(record: Pick<RawRecord, 'bytes' | 'length' | 'key' | 'problem'>, next: Omit<ScanState, 'ordinal'>): void {
    const { offset, line, ordinal } = this
    this.ordinal++
    this.records.push({ ordinal, offset, line, ...record, after: { ...next, ordinal: this.ordinal } })
  }

  /** The records that ended since the last time. */
  handOver(): RawRecord[] {
    const { records } = this
    this.records = []
    return records
  }
}
