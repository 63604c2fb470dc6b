import type { RawRecord, RecordScanner, ScanLimits, ScanState } from '../records'
import { closeBrace, closeBracket, colon, comma, isSpace, newline, openBrace, openBracket, quote } from './bytes'
import { firstName, isEscaped, keyText } from './names'
import { scanProblems } from './problems'
import { RecordBuffer } from './record-buffer'
import { Resync } from './resync'
import { ValueScan } from './value'

type Phase = 'open' | 'between' | 'key' | 'colon' | 'value' | 'lost' | 'after'

const headerBytes = 1024 * 1024
const longestKey = 64 * 1024

/**
 * The items of an array, the members of an object, or values one after another. A record that is not JSON is yielded
 * with the byte at which that showed, and reading goes on where the next record can be recognised.
 */
export class JsonScanner implements RecordScanner {
  private phase: Phase
  private inHeader: boolean // between the members of the top-level object that holds the records' container
  private found: boolean
  private inside: 'array' | 'object' | null
  private readonly header: Record<string, string>
  private readonly buffer: RecordBuffer
  private readonly value: ValueScan
  private keyBytes: number[] = []
  private key: string | null = null
  private problem: string | null = null
  private start: number // of the record being read
  private startLine: number
  private offset: number // of the chunk's first byte
  private line: number
  private ordinal: number
  private name: Uint8Array | null = null // of records' first member, with its quotes
  private resync: Resync | null = null
  private records: RawRecord[] = []

  constructor(
    private readonly kind: 'array' | 'object' | 'values',
    private readonly at: string | null,
    from: ScanState,
    private readonly limits: ScanLimits,
  ) {
    this.buffer = new RecordBuffer(limits.recordBytes)
    this.value = new ValueScan(limits.depth)
    this.inside = from.inside
    this.found = from.inside !== null
    this.inHeader = false
    this.phase = this.found || (kind === 'values' && from.offset > 0) ? 'between' : 'open'
    this.header = { ...from.header }
    this.offset = from.offset
    this.start = from.offset
    this.line = from.line
    this.startLine = from.line
    this.ordinal = from.ordinal
  }

  push(chunk: Uint8Array): RawRecord[] {
    let i = 0
    while (i < chunk.length) {
      if (this.phase === 'value') i = this.readValue(chunk, i)
      else if (this.phase === 'lost') i = this.readLost(chunk, i)
      else if (this.phase === 'key') i = this.readKey(chunk, i)
      else i = this.readOne(chunk[i] ?? 0, i)
    }
    this.offset += chunk.length
    return this.handOver()
  }

  end(): RawRecord[] {
    const { phase } = this
    if (phase === 'value' && this.kind === 'values' && this.value.isScalar) this.finish(this.buffer.length)
    else if (phase === 'value' || phase === 'lost') {
      this.problem ??= scanProblems.cut
      this.finish(this.buffer.length)
    } else if (phase === 'key' || phase === 'colon') this.complain(scanProblems.cut)
    else if (phase === 'between' && this.kind !== 'values') {
      this.complain(this.found || this.at === null ? scanProblems.unclosed : scanProblems.notFound(this.at))
    }
    this.phase = 'after'
    return this.handOver()
  }

  private handOver(): RawRecord[] {
    const { records } = this
    this.records = []
    return records
  }

  /** One byte of what lies around values. */
  private readOne(byte: number, i: number): number {
    if (byte === newline) this.line++
    if (isSpace(byte)) return i + 1
    if (this.phase === 'open') return this.readOpening(byte, i)
    if (this.phase === 'colon') return byte === colon ? this.pass('between', i) : this.lose(i, this.brokenAt(i))
    if (this.phase === 'after') return this.lose(i, scanProblems.after)
    if (byte === comma && this.keyBytes.length === 0) return i + 1
    if (byte === closeBrace || byte === closeBracket) return this.readClosing(byte, i)
    if (this.isKeyed() && this.keyBytes.length === 0) {
      if (byte !== quote) return this.lose(i, this.brokenAt(i))
      this.keyBytes.push(byte)
      this.place(i)
      return this.pass('key', i)
    }
    return this.beginValue(byte, i)
  }

  private readOpening(byte: number, i: number): number {
    const place = this.offset + i
    if (place < 3 && (byte === 0xef || byte === 0xbb || byte === 0xbf)) return i + 1
    if (this.kind === 'values') {
      this.phase = 'between'
      return i
    }
    const wanted = this.at !== null || this.kind === 'object' ? openBrace : openBracket
    if (byte !== wanted) return this.lose(i, scanProblems.noContainer(`"${String.fromCharCode(wanted)}"`))
    if (this.at === null) this.inside = this.kind
    else this.inHeader = true
    return this.pass('between', i)
  }

  private readClosing(byte: number, i: number): number {
    const keyed = this.isKeyed()
    if (this.kind === 'values' || byte !== (keyed ? closeBrace : closeBracket) || this.keyBytes.length > 0)
      return this.lose(i, this.brokenAt(i))
    if (this.inHeader || this.at === null) {
      if (this.inHeader && !this.found) this.complain(scanProblems.notFound(this.at ?? ''))
      return this.pass('after', i)
    }
    this.inHeader = true
    return i + 1
  }

  private readKey(chunk: Uint8Array, from: number): number {
    for (let i = from; i < chunk.length; i++) {
      const byte = chunk[i] ?? 0
      const escaped = isEscaped(this.keyBytes)
      this.keyBytes.push(byte)
      if (byte === quote && !escaped) return this.pass('colon', i)
      if (byte < 0x20 || this.keyBytes.length > longestKey) return this.lose(i + 1, this.brokenAt(i))
    }
    return chunk.length
  }

  private beginValue(byte: number, i: number): number {
    if (this.keyBytes.length > 0) this.key = keyText(Uint8Array.from(this.keyBytes))
    this.keyBytes = []
    if (this.inHeader && !this.found && this.key === this.at && (byte === openBrace || byte === openBracket)) {
      this.inHeader = false
      this.found = true
      this.inside = byte === openBrace ? 'object' : 'array'
      this.key = null
      return this.pass('between', i)
    }
    this.place(i)
    this.value.begin(byte)
    this.phase = 'value'
    return i
  }

  private readValue(chunk: Uint8Array, from: number): number {
    const to = this.value.run(chunk, from)
    this.buffer.add(chunk, from, to)
    if (this.value.state === 'broken') return this.lose(to, this.brokenAt(to))
    if (this.value.state === 'ended') {
      this.line += this.value.lines
      if (this.value.tooDeep) this.problem = scanProblems.depth(this.limits)
      this.finish(this.buffer.length, this.offset + to)
      this.phase = 'between'
    }
    return to
  }

  /** From here on bytes belong to a record with this problem, until the beginning of another is found. */
  private lose(i: number, problem: string): number {
    if (this.phase === 'value') this.line += this.value.lines
    else if (this.keyBytes.length === 0) this.place(i)
    this.buffer.add(Uint8Array.from(this.keyBytes), 0, this.keyBytes.length)
    this.keyBytes = []
    this.problem = problem
    const name = firstName(this.buffer.peek()) ?? this.name
    this.resync = name === null || this.inHeader ? null : new Resync(name, this.inside === 'object')
    this.phase = 'lost'
    return i
  }

  private readLost(chunk: Uint8Array, from: number): number {
    const { resync } = this
    for (let i = from; i < chunk.length; i++) {
      const byte = chunk[i] ?? 0
      if (byte === newline) this.line++
      if (resync?.feed(byte)) {
        this.buffer.add(chunk, from, i + 1)
        this.find(resync, i)
        return i + 1
      }
    }
    this.buffer.add(chunk, from, chunk.length)
    return chunk.length
  }

  private find(resync: Resync, i: number): void {
    const end = this.offset + i + 1
    this.finish(this.buffer.length - resync.sinceComma, end - resync.sinceComma)
    const beginning = Uint8Array.from(resync.beginning)
    this.start = end - beginning.length
    this.startLine = this.line - beginning.filter((byte) => byte === newline).length
    if (resync.key) this.key = keyText(resync.key)
    this.buffer.add(beginning, 0, beginning.length)
    this.value.beginInObject()
    this.phase = 'value'
  }

  private finish(length: number, next = this.offset): void {
    const { oversized } = this.buffer
    const bytes = this.buffer.take(length)
    const { key, problem } = this
    this.key = null
    this.problem = null
    if (this.inHeader && problem === null) this.keepHeader(key, bytes, length)
    else this.emit(bytes, length, key, oversized ? scanProblems.oversized(length, this.limits) : problem, next)
    if (problem === null) this.name ??= firstName(bytes)
  }

  private emit(bytes: Uint8Array, length: number, key: string | null, problem: string | null, next: number): void {
    const { start: offset, startLine: line, inside, header } = this
    const after = { offset: next, ordinal: ++this.ordinal, line: this.line, inside, header }
    this.records.push({ ordinal: after.ordinal - 1, offset, line, length, bytes, key, problem, after })
  }

  /** A problem of the file rather than of a record: an entry with the bytes at hand, if any. */
  private complain(problem: string): void {
    const bytes = Uint8Array.from(this.keyBytes)
    if (bytes.length === 0) this.place(0)
    this.emit(bytes, bytes.length, null, problem, this.offset)
  }

  private keepHeader(key: string | null, bytes: Uint8Array, length: number): void {
    if (key !== null && length <= headerBytes && !this.found) this.header[key] = new TextDecoder().decode(bytes)
  }

  private place(i: number): void {
    this.start = this.offset + i
    this.startLine = this.line
  }

  private pass(phase: Phase, i: number): number {
    this.phase = phase
    return i + 1
  }

  private isKeyed(): boolean {
    return this.inHeader || this.inside === 'object'
  }

  private brokenAt(i: number): string {
    return scanProblems.broken(this.offset + i)
  }
}
