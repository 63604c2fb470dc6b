import type { RawRecord, RecordScanner, ScanLimits, ScanState } from '../records'
import { closeBrace, closeBracket, colon, comma, isSpace, newline, openBrace, openBracket, quote } from './bytes'
import { KeyScan } from './key'
import { firstName, keyText } from './names'
import { Outbox } from './outbox'
import { scanProblems } from './problems'
import { RecordBuffer } from './record-buffer'
import { Resync } from './resync'
import { ValueScan } from './value'

type Phase = 'open' | 'between' | 'key' | 'colon' | 'value' | 'lost' | 'after'

const headerBytes = 1024 * 1024

/**
 * The items of an array, the members of an object, or values one after another. A record that is not JSON is yielded
 * with the byte at which that showed, and reading goes on where the next record can be recognised.
 */
export class JsonScanner implements RecordScanner {
  private phase: Phase
  private inHeader = false // between the members of the top-level object that holds the records' container
  private found: boolean
  private inside: ScanState['inside']
  private readonly header: Record<string, string>
  private readonly buffer: RecordBuffer
  private readonly value: ValueScan
  private readonly written = new KeyScan()
  private readonly outbox: Outbox
  private key: string | null = null
  private problem: string | null = null
  private offset: number // of the chunk's first byte
  private line: number
  private name: Uint8Array | null = null // of records' first member, with its quotes
  private resync: Resync | null = null

  constructor(
    private readonly kind: 'array' | 'object' | 'values',
    private readonly at: string | null,
    from: ScanState,
    private readonly limits: ScanLimits,
  ) {
    this.buffer = new RecordBuffer(limits.recordBytes)
    this.value = new ValueScan(limits.depth)
    this.outbox = new Outbox(from)
    this.inside = from.inside
    this.found = from.inside !== null
    this.phase = this.found || (kind === 'values' && from.offset > 0) ? 'between' : 'open'
    this.header = { ...from.header }
    this.offset = from.offset
    this.line = from.line
  }

  push(chunk: Uint8Array): RawRecord[] {
    let i = 0
    while (i < chunk.length) {
      if (this.phase === 'value') i = this.readValue(chunk, i)
      else if (this.phase === 'lost') i = this.readLost(chunk, i)
      else if (this.phase === 'key') i = this.readKey(chunk, i)
      else i = this.readAround(chunk[i] ?? 0, i)
    }
    this.offset += chunk.length
    return this.outbox.handOver()
  }

  end(): RawRecord[] {
    const { phase } = this
    if (phase === 'key' || phase === 'colon') this.lose(0, scanProblems.cut)
    if (phase === 'value' && this.kind === 'values' && this.value.isScalar) this.finish(this.buffer.length)
    else if (phase === 'value' || this.phase === 'lost') {
      this.problem ??= scanProblems.cut
      this.finish(this.buffer.length)
    } else if (phase === 'between' && this.kind !== 'values') {
      this.complain(this.found || this.at === null ? scanProblems.unclosed : scanProblems.notFound(this.at))
    }
    this.phase = 'after'
    return this.outbox.handOver()
  }

  /** One byte of what lies around keys and values. */
  private readAround(byte: number, i: number): number {
    if (byte === newline) this.line++
    if (isSpace(byte)) return i + 1
    const named = this.written.state === 'ended'
    if (this.phase === 'open') return this.readOpening(byte, i)
    if (this.phase === 'colon') return byte === colon ? this.pass('between', i) : this.lose(i, this.brokenAt(i))
    if (this.phase === 'after') return this.lose(i, scanProblems.after)
    if (byte === comma && !named) return i + 1
    if (byte === closeBrace || byte === closeBracket) return this.readClosing(byte, i)
    if (!this.isKeyed() || named) return this.beginValue(byte, i)
    if (byte !== quote) return this.lose(i, this.brokenAt(i))
    this.outbox.place(this.offset + i, this.line)
    this.written.begin()
    return this.pass('key', i)
  }

  private readOpening(byte: number, i: number): number {
    const isMark = this.offset + i < 3 && (byte === 0xef || byte === 0xbb || byte === 0xbf)
    if (isMark) return i + 1
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
    const fits = byte === (this.isKeyed() ? closeBrace : closeBracket) && this.written.state === 'none'
    if (this.kind === 'values' || !fits) return this.lose(i, this.brokenAt(i))
    if (this.inHeader && !this.found) this.complain(scanProblems.notFound(this.at ?? ''))
    if (this.inHeader || this.at === null) return this.pass('after', i)
    this.inHeader = true
    return i + 1
  }

  private readKey(chunk: Uint8Array, from: number): number {
    const to = this.written.run(chunk, from)
    if (this.written.state === 'broken') return this.lose(to, this.brokenAt(to - 1))
    if (this.written.state === 'ended') this.phase = 'colon'
    return to
  }

  private beginValue(byte: number, i: number): number {
    if (this.written.state === 'ended') this.key = this.written.take()
    const holdsRecords = this.inHeader && !this.found && this.key === this.at
    if (holdsRecords && (byte === openBrace || byte === openBracket)) {
      this.inHeader = false
      this.found = true
      this.inside = byte === openBrace ? 'object' : 'array'
      this.key = null
      return this.pass('between', i)
    }
    this.outbox.place(this.offset + i, this.line)
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
    const begun = this.written.takeBytes()
    if (this.phase === 'value') this.line += this.value.lines
    else if (begun.length === 0) this.outbox.place(this.offset + i, this.line)
    this.buffer.add(begun, 0, begun.length)
    this.problem = problem
    const name = firstName(this.buffer.peek()) ?? this.name
    this.resync = name === null || this.inHeader ? null : new Resync(name, this.inside === 'object')
    this.phase = 'lost'
    return i
  }

  private readLost(chunk: Uint8Array, from: number): number {
    for (let i = from; i < chunk.length; i++) {
      const byte = chunk[i] ?? 0
      if (byte === newline) this.line++
      if (this.resync?.feed(byte)) {
        this.buffer.add(chunk, from, i + 1)
        this.goOn(this.resync, this.offset + i + 1)
        return i + 1
      }
    }
    this.buffer.add(chunk, from, chunk.length)
    return chunk.length
  }

  private goOn(resync: Resync, end: number): void {
    this.finish(this.buffer.length - resync.sinceComma, end - resync.sinceComma)
    const beginning = Uint8Array.from(resync.beginning)
    this.outbox.place(end - beginning.length, this.line - beginning.filter((byte) => byte === newline).length)
    if (resync.key) this.key = keyText(resync.key)
    this.buffer.add(beginning, 0, beginning.length)
    this.value.beginInObject()
    this.phase = 'value'
  }

  private finish(length: number, offset = this.offset): void {
    const { oversized } = this.buffer
    const bytes = this.buffer.take(length)
    const { key, inside, header, line } = this
    const problem = oversized ? scanProblems.oversized(length, this.limits) : this.problem
    if (this.inHeader && problem === null) this.keepHeader(bytes)
    else this.outbox.add({ bytes, length, key, problem }, { offset, line, inside, header })
    if (problem === null) this.name ??= firstName(bytes)
    this.key = null
    this.problem = null
  }

  private keepHeader(bytes: Uint8Array): void {
    if (this.key === null || this.found || bytes.length > headerBytes) return
    this.header[this.key] = new TextDecoder().decode(bytes)
  }

  /** A problem of the file rather than of a record: an entry without bytes. */
  private complain(problem: string): void {
    const { offset, line, inside, header } = this
    this.outbox.place(offset, line)
    this.outbox.add({ bytes: new Uint8Array(0), length: 0, key: null, problem }, { offset, line, inside, header })
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
