import { TextBuffer } from '@/lib/core/tokens/text-buffer'
import { TokenBuffer } from '@/lib/core/tokens/token-buffer'
import type { Tokenizer } from '@/lib/core/tokens/tokenizer'
import { filterBits, filterShift, findGram } from './gram-index'
import { reach } from './match-reach'
import { findPhrases } from './phrase-index'
import { factor, oldestFactor, spread } from './rolling-hash'
import { ShardFindings } from './shard-findings'
import type { TestIndex } from './test-index'

/**
 * Reads training documents text by text and notes what they share with the test side. Nothing is allocated for a text
 * that shares nothing.
 *
 * What is noted of a text are *stretches*: the tokens from the first to behind the last of consecutive n-grams that the
 * test side has, and with a skip budget as far as any match goes on. Every match of the text lies in a stretch, and a
 * stretch stands in the text as it is, so the matches can be found again from the stretches alone.
 */
export class DocumentScan {
  readonly findings: ShardFindings
  private readonly source = new TextBuffer()
  private readonly tokens = new TokenBuffer()
  private readonly oldest: number
  private ordinal = 0

  constructor(
    private readonly index: TestIndex,
    private readonly tokenizer: Tokenizer,
  ) {
    this.findings = new ShardFindings(index.texts, index.documentsNamed)
    this.oldest = oldestFactor(index.grams.length)
  }

  /** Reads the next text of the document at hand. */
  text(text: string): void {
    this.source.load(text)
    this.tokenizer.encode(this.source, this.tokens)
    this.lookUp(this.tokens.ids, this.tokens.length)
    const { phrases } = this.index
    findPhrases(phrases, this.source.view, this.source.start, this.source.end, this.foundPhrase)
    this.ordinal++
  }

  /** Ends the document. Its number counts from 0 within the shard. */
  end(document: number): void {
    this.findings.end(document)
    this.ordinal = 0
  }

  /** Forgets the document at hand, which turned out unreadable. */
  abandon(): void {
    this.findings.abandon()
    this.ordinal = 0
  }

  private readonly foundPhrase = (phrase: number): boolean => {
    this.findings.verbatim(this.index.phrases.owners[phrase] ?? 0)
    return false
  }

  private lookUp(ids: Int32Array, count: number): void {
    const { grams } = this.index
    const { length, filter } = grams
    const { oldest } = this
    const shift = filterShift(filter)
    let hash = 0
    let from = -1
    for (let at = 0; at < count; at++) {
      if (at >= length) hash -= Math.imul(ids[at - length] ?? 0, oldest)
      hash = (Math.imul(hash, factor) + (ids[at] ?? 0)) | 0
      if (at < length - 1) continue
      const mixed = spread(hash)
      const bits = filterBits(mixed)
      const known =
        ((filter[mixed >>> shift] ?? 0) & bits) === bits && findGram(grams, ids, at - length + 1, mixed) !== 0
      if (known) {
        if (from < 0) from = at - length + 1
      } else if (from >= 0) {
        this.stretch(ids, from, at, count)
        from = -1
      }
    }
    if (from >= 0) this.stretch(ids, from, count, count)
  }

  private stretch(ids: Int32Array, from: number, to: number, count: number): void {
    const end = this.index.rule.skip === 0 ? to : this.furthest(ids, from, to, count)
    if (end > from) this.findings.stretch(ids, from, end, this.ordinal)
  }

  /** Where the last match ends that begins in the stretch; its beginning where none is long enough. */
  private furthest(ids: Int32Array, from: number, to: number, count: number): number {
    const { grams, rule } = this.index
    const { tokens, next, mixed, length } = grams
    let end = from
    for (let at = from; at + length <= to; at++) {
      const first = findGram(grams, ids, at, hashAt(ids, at, length))
      const left = at > from ? (ids[at - 1] ?? 0) : -2
      if (mixed[first] === 0 && tokens[first - 1] === left) continue
      for (let position = first; position !== 0; position = next[position] ?? 0) {
        if (tokens[position - 1] === left) continue
        const found = reach(rule, tokens, position, ids, at, count)
        if (found >= rule.shortest && at + found > end) end = at + found
      }
    }
    return end === from ? from : Math.max(end, to)
  }
}

function hashAt(ids: Int32Array, at: number, length: number): number {
  let hash = 0
  for (let i = 0; i < length; i++) hash = (Math.imul(hash, factor) + (ids[at + i] ?? 0)) | 0
  return spread(hash)
}
