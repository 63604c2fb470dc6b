import type { RawRecord, RecordScanner, ScanLimits, ScanState } from '../records'
import { closeBrace, closeBracket, colon, comma, isSpace, newline, quote } from './bytes'
import { Envelope } from './envelope'
import { KeyScan } from './key'
import { LostScan } from './lost'
import { firstName, keyText } from './names'
import { Outbox } from './outbox'
import { scanProblems } from './problems'
import { RecordBuffer } from './record-buffer'
import type { Resync } from './resync'
import { ValueScan } from './value'

type Phase = 'open' | 'between' | 'key' | 'colon' | 'value' | 'lost' | 'after'

/**
 * The items of an array, the members of an object, or values one after another. A record that is not JSON is yielded
 * with the byte at which that showed, and reading goes on where the next record can be recognised.
 */
export class JsonScanner implements RecordScanner {
  private phase: Phase
  private readonly envelope: Envelope
  private readonly buffer: RecordBuffer
  private readonly value: ValueScan
  private readonly written = new KeyScan()
  private readonly lost = new LostScan()
  private readonly outbox: Outbox
  private key: string | null = null
  private problem: string | null = null
  private offset: number // of the chunk's first byte
  private line: number
  private name: Uint8Array | null = null // of records' first member, with its quotes

  constructor(
    kind: 'array' | 'object' | 'values',
    at: string | null,
    from: ScanState,
    private readonly limits: ScanLimits,
  ) {
    this.envelope = new Envelope(kind, at, from)
    this.buffer = new RecordBuffer(limits.recordBytes)
    this.value = new ValueScan(limits.depth)
    this.outbox = new Outbox(from)
    this.phase = this.envelope.found || (kind === 'values' && from.offset > 0) ? 'between' : 'open'
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
    const { kind, at, found } = this.envelope
    const { phase } = this
    if (phase === 'key' || phase === 'colon') this.lose(0, scanProblems.cut)
    if (phase === 'value' && kind === 'values' && this.value.isScalar) this.finish(this.buffer.length)
    else if (phase === 'value' || this.phase === 'lost') {
      this.problem ??= scanProblems.cut
      this.finish(this.buffer.length)
    } else if (phase === 'between' && kind !== 'values') {
      this.complain(found || at === null ? scanProblems.unclosed : scanProblems.notFound(at))
    }
    this.phase = 'after'
    return this.outbox.handOver()
  }

  private readAround(byte: number, i: number): number {
    if (byte === newline) this.line++
    if (isSpace(byte)) return i + 1
    const named = this.written.state === 'ended'
    if (this.phase === 'open') return this.readOpening(byte, i)
    if (this.phase === 'colon') return byte === colon ? this.pass('between', i) : this.lose(i, this.brokenAt(i))
    if (this.phase === 'after') return this.lose(i, scanProblems.after)
    if (byte === comma && !named) return i + 1
    if (byte === closeBrace || byte === closeBracket) return this.readClosing(byte, i)
    if (!this.envelope.isKeyed || named) return this.beginValue(byte, i)
    if (byte !== quote) return this.lose(i, this.brokenAt(i))
    this.outbox.place(this.offset + i, this.line)
    this.written.begin()
    return this.pass('key', i)
  }

  private readOpening(byte: number, i: number): number {
    const isMark = this.offset + i < 3 && (byte === 0xef || byte === 0xbb || byte === 0xbf)
    if (isMark) return i + 1
    const { kind, opening } = this.envelope
    if (kind === 'values') {
      this.phase = 'between'
      return i
    }
    if (byte !== opening) return this.lose(i, scanProblems.noContainer(`"${String.fromCharCode(opening)}"`))
    this.envelope.open()
    return this.pass('between', i)
  }

  private readClosing(byte: number, i: number): number {
    const { kind, closing, inHeader, found, at } = this.envelope
    const fits = kind !== 'values' && byte === closing && this.written.state === 'none'
    if (!fits) return this.lose(i, this.brokenAt(i))
    if (inHeader && !found) this.complain(scanProblems.notFound(at ?? ''))
    return this.pass(this.envelope.close() ? 'after' : 'between', i)
  }

  private readKey(chunk: Uint8Array, from: number): number {
    const to = this.written.run(chunk, from)
    if (this.written.state === 'broken') return this.lose(to, this.brokenAt(to - 1))
    if (this.written.state === 'ended') this.phase = 'colon'
    return to
  }

  private beginValue(byte: number, i: number): number {
    if (this.written.state === 'ended') this.key = this.written.take()
    if (this.envelope.enters(this.key, byte)) {
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
    this.lost.begin(this.envelope.inHeader ? null : name, this.envelope.inside === 'object')
    this.phase = 'lost'
    return i
  }

  private readLost(chunk: Uint8Array, from: number): number {
    const to = this.lost.run(chunk, from)
    this.buffer.add(chunk, from, to)
    this.line += this.lost.lines
    if (this.lost.found) this.goOn(this.lost.found, this.offset + to)
    return to
  }

  private goOn({ sinceComma, beginning, key }: Resync, end: number): void {
    this.finish(this.buffer.length - sinceComma, end - sinceComma)
    const bytes = Uint8Array.from(beginning)
    this.outbox.place(end - bytes.length, this.line - bytes.filter((byte) => byte === newline).length)
    if (key) this.key = keyText(key)
    this.buffer.add(bytes, 0, bytes.length)
    this.value.beginInObject()
    this.phase = 'value'
  }

  private finish(length: number, offset = this.offset): void {
    const { oversized } = this.buffer
    const bytes = this.buffer.take(length)
    const problem = oversized ? scanProblems.oversized(length, this.limits) : this.problem
    if (this.envelope.inHeader && problem === null) this.envelope.keep(this.key, bytes)
    else this.outbox.add({ bytes, length, key: this.key, problem }, this.envelope.stateAt(offset, this.line))
    if (problem === null) this.name ??= firstName(bytes)
    this.key = null
    this.problem = null
  }

  /** A problem of the file rather than of a record: an entry without bytes. */
  private complain(problem: string): void {
    this.outbox.place(this.offset, this.line)
    this.outbox.add(
      { bytes: new Uint8Array(0), length: 0, key: null, problem },
      this.envelope.stateAt(this.offset, this.line),
    )
  }

  private pass(phase: Phase, i: number): number {
    this.phase = phase
    return i + 1
  }

  private brokenAt(i: number): string {
    return scanProblems.broken(this.offset + i)
  }
}
