import type { RawRecord, RecordScanner, ScanLimits, ScanState } from '../records'
import { scanProblems } from './problems'
import { RecordBuffer } from './record-buffer'

const newline = 0x0a
const dash = 0x2d
const shortestRuler = 5

/** Text in blocks: what lies between two ruler lines (five dashes or more and nothing else) is one record. */
export class BlockScanner implements RecordScanner {
  private readonly buffer: RecordBuffer
  private readonly tail: Uint8Array = new Uint8Array(1024) // of the current line: enough to tell a ruler
  private lineLength = 0
  private offset: number
  private blockStart: number
  private blockLine: number
  private line: number
  private ordinal: number
  private blank = true

  constructor(
    from: ScanState,
    private readonly limits: ScanLimits,
  ) {
    this.buffer = new RecordBuffer(limits.recordBytes)
    this.offset = from.offset
    this.blockStart = from.offset
    this.line = from.line
    this.blockLine = from.line
    this.ordinal = from.ordinal
  }

  push(chunk: Uint8Array): RawRecord[] {
    const records: RawRecord[] = []
    let start = 0
    for (let end = chunk.indexOf(newline); end !== -1; end = chunk.indexOf(newline, start)) {
      this.addLine(chunk, start, end + 1)
      start = end + 1
      this.line++
      this.endLine(records, this.offset + start)
    }
    this.addLine(chunk, start, chunk.length)
    this.offset += chunk.length
    return records
  }

  end(): RawRecord[] {
    const records: RawRecord[] = []
    this.endLine(records, this.offset)
    this.take(records, this.buffer.length, this.offset)
    return records
  }

  private addLine(chunk: Uint8Array, start: number, end: number): void {
    const room = this.tail.length - this.lineLength
    if (room > 0) this.tail.set(chunk.subarray(start, Math.min(end, start + room)), this.lineLength)
    this.lineLength += end - start
    this.buffer.add(chunk, start, end)
  }

  private endLine(records: RawRecord[], next: number): void {
    const kind = lineKind(this.tail, this.lineLength)
    const length = this.lineLength
    this.lineLength = 0
    if (kind === 'text') this.blank = false
    if (kind === 'ruler') this.take(records, this.buffer.length - length, next)
  }

  private take(records: RawRecord[], length: number, next: number): void {
    const { oversized } = this.buffer
    const bytes = this.buffer.take(length)
    const { blank, blockStart, blockLine } = this
    this.blank = true
    this.blockStart = next
    this.blockLine = this.line
    if (blank) return
    records.push({
      ordinal: this.ordinal++,
      offset: blockStart,
      line: blockLine,
      length,
      bytes,
      key: null,
      problem: oversized ? scanProblems.oversized(length, this.limits) : null,
      after: { offset: next, ordinal: this.ordinal, line: this.line, inside: null, header: {} },
    })
  }
}

function lineKind(line: Uint8Array, length: number): 'blank' | 'ruler' | 'text' {
  if (length > line.length) return 'text'
  let dashes = 0
  for (let i = 0; i < length; i++) {
    const byte = line[i]
    if (byte === dash) dashes++
    else if (byte !== 0x20 && byte !== 0x0d && byte !== newline && byte !== 0x09) return 'text'
  }
  if (dashes === 0) return 'blank'
  return dashes >= shortestRuler ? 'ruler' : 'text'
}
