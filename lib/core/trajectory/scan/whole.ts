import type { RawRecord, RecordScanner, ScanLimits, ScanState } from '../records'
import { nestingWithin, scanProblems } from './problems'
import { RecordBuffer } from './record-buffer'

/** The whole file is one record, as with a log of one session. An empty file holds none. */
export class WholeScanner implements RecordScanner {
  private readonly buffer: RecordBuffer
  private blank = true

  constructor(
    private readonly from: ScanState,
    private readonly limits: ScanLimits,
  ) {
    this.buffer = new RecordBuffer(limits.recordBytes)
  }

  push(chunk: Uint8Array): RawRecord[] {
    this.blank &&= chunk.every((byte) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d))
    this.buffer.add(chunk, 0, chunk.length)
    return []
  }

  end(): RawRecord[] {
    if (this.blank) return []
    const { length, oversized } = this.buffer
    const bytes = this.buffer.take()
    const { offset, ordinal, line } = this.from
    const deep = !oversized && nestingWithin(bytes, this.limits.depth) < 0
    return [
      {
        ordinal,
        offset,
        line,
        length,
        bytes,
        key: null,
        problem: oversized
          ? scanProblems.oversized(length, this.limits)
          : deep
            ? scanProblems.depth(this.limits)
            : null,
        after: { ...this.from, offset: offset + length, ordinal: ordinal + 1 },
      },
    ]
  }
}
