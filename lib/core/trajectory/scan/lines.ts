import type { RawRecord, RecordScanner, ScanLimits, ScanState } from '../records'
import { nestingWithin, scanProblems } from './problems'
import { RecordBuffer } from './record-buffer'

const newline = 0x0a

/** One record a line; blank lines are no records. A broken line harms no other. */
export class LineScanner implements RecordScanner {
  private readonly buffer: RecordBuffer
  private offset: number
  private lineStart: number
  private ordinal: number
  private line: number

  constructor(
    from: ScanState,
    private readonly limits: ScanLimits,
  ) {
    this.buffer = new RecordBuffer(limits.recordBytes)
    this.offset = from.offset
    this.lineStart = from.offset
    this.ordinal = from.ordinal
    this.line = from.line
  }

  push(chunk: Uint8Array): RawRecord[] {
    const records: RawRecord[] = []
    let start = 0
    for (let end = chunk.indexOf(newline); end !== -1; end = chunk.indexOf(newline, start)) {
      this.buffer.add(chunk, start, end)
      start = end + 1
      this.take(records, this.offset + start)
      this.line++
    }
    this.buffer.add(chunk, start, chunk.length)
    this.offset += chunk.length
    return records
  }

  end(): RawRecord[] {
    const records: RawRecord[] = []
    this.take(records, this.offset)
    return records
  }

  private take(records: RawRecord[], next: number): void {
    const whole = this.buffer.length
    const oversized = this.buffer.oversized
    const bytes = this.buffer.take()
    const [from, to] = trimmed(bytes, this.lineStart === 0)
    const offset = this.lineStart + from
    this.lineStart = next
    if (from === to) return
    const length = oversized ? whole - from : to - from
    const text = bytes.subarray(from, to)
    records.push({
      ordinal: this.ordinal++,
      offset,
      line: this.line,
      length,
      bytes: text,
      key: null,
      problem: oversized
        ? scanProblems.oversized(length, this.limits)
        : nestingWithin(text, this.limits.depth) < 0
          ? scanProblems.depth(this.limits)
          : null,
      after: { offset: next, ordinal: this.ordinal, line: this.line + 1, inside: null, header: {} },
    })
  }
}

/** The part of a line that is no white space, nor the byte-order mark of the file's first. */
function trimmed(bytes: Uint8Array, first: boolean): [from: number, to: number] {
  let from = first && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  let to = bytes.length
  while (from < to && isSpace(bytes[from])) from++
  while (to > from && isSpace(bytes[to - 1])) to--
  return [from, to]
}

function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x09 || byte === 0x0d || byte === 0x0a
}
