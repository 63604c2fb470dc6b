import { LineMarks } from './line-marks'
import { markLines } from './prefilter'
import type { ShardScan } from './shard-scan'
import type { TestIndex } from './test-index'

const chunkBytes = 1 << 20
const lineBreak = 0x0a

/** A longer line is not read: its text might not fit a string. */
const longestLine = 1 << 28

/**
 * Reads JSON Lines chunk by chunk, wherever the chunks are cut: lines that share nothing, as their bytes tell, are counted
 * and passed over.
 */
export class JsonLinesScan {
  private marks = new LineMarks(2 * chunkBytes)
  private held = 0
  private isFirst = true
  /** Bytes so far of a line that is too long; 0 where none is under way. */
  private overlong = 0

  constructor(
    private readonly index: TestIndex,
    private readonly shard: ShardScan,
  ) {}

  /** The chunk may be reused once push returns. */
  push(chunk: Uint8Array): void {
    for (let from = 0; from < chunk.length; from += chunkBytes) this.take(chunk.subarray(from, from + chunkBytes))
  }

  /** The last line may lack its line break. */
  end(): void {
    if (this.overlong > 0) this.endOverlong(0)
    else if (this.held > 0) this.read(this.held)
    this.held = 0
  }

  private take(part: Uint8Array): void {
    let rest = part
    if (this.overlong > 0) {
      const end = part.indexOf(lineBreak) + 1
      if (end === 0) {
        this.overlong += part.length
        return
      }
      this.endOverlong(end)
      rest = part.subarray(end)
    }
    this.reserve(this.held + rest.length)
    const { bytes } = this.marks
    bytes.set(rest, this.held)
    const filled = this.held + rest.length
    const end = rest.lastIndexOf(lineBreak) < 0 ? 0 : bytes.lastIndexOf(lineBreak, filled - 1) + 1
    if (end > 0) {
      this.read(end)
      bytes.copyWithin(0, end, filled)
    }
    this.held = filled - end
    if (this.held <= longestLine) return
    this.overlong = this.held
    this.held = 0
  }

  private endOverlong(bytes: number): void {
    this.shard.broken(this.overlong + bytes, `longer than ${longestLine / 2 ** 20} MiB`)
    this.overlong = 0
  }

  private reserve(length: number): void {
    if (length + 8 <= this.marks.bytes.length) return
    const wider = new LineMarks(2 ** Math.ceil(Math.log2(length + 8)))
    wider.bytes.set(this.marks.bytes.subarray(0, this.held))
    this.marks = wider
  }

  private read(end: number): void {
    const { marks, shard } = this
    marks.cut(end)
    if (this.index.prefilter === null) marks.markAll()
    else markLines(this.index.prefilter, marks, shard.done)
    for (let line = 0; line < marks.count; line++) {
      const [from, to] = [this.contentStart(line), marks.start(line + 1)]
      if (from < 0) shard.blank(to - marks.start(line))
      else if (marks.isMarked(line)) this.readLine(from, to, to - marks.start(line))
      else shard.skipped(to - marks.start(line))
    }
  }

  private readLine(from: number, to: number, bytes: number): void {
    let value: unknown
    try {
      value = JSON.parse(this.marks.bytes.toString('utf8', from, to))
    } catch (error) {
      this.shard.broken(bytes, error instanceof Error ? error.message : String(error))
      return
    }
    this.shard.value(value, bytes)
  }

  /** Where the line's first sign is that is no white space, nor the byte-order mark of the first line; -1: it has none. */
  private contentStart(line: number): number {
    const { bytes } = this.marks
    const end = this.marks.start(line + 1)
    let at = this.marks.start(line)
    if (this.isFirst && bytes[at] === 0xef && bytes[at + 1] === 0xbb && bytes[at + 2] === 0xbf) at += 3
    this.isFirst = false
    while (at < end && (bytes[at] ?? 0) <= 0x20) at++
    return at < end ? at : -1
  }
}
