import type { Tokenizer } from '@/lib/core/tokens/tokenizer'
import { DocumentScan } from './document-scan'
import { eachText } from './json-texts'
import type { Shard, ShardEffort, ShardName, Unreadable } from './shard'
import type { TestIndex } from './test-index'

/** Reads the documents of one shard, one after another, and adds up what they share with the test side. */
export class ShardScan {
  readonly effort: ShardEffort = { readInFull: 0, bytesInFull: 0 }
  readonly scan: DocumentScan
  private readonly unreadable: Unreadable[] = []
  private withoutField = 0
  private places = 0
  private documents = 0
  private bytes = 0

  constructor(
    private readonly index: TestIndex,
    tokenizer: Tokenizer,
  ) {
    this.scan = new DocumentScan(index, tokenizer)
  }

  /** Whether so many documents hold a text verbatim that no more need to be found. */
  readonly done = (text: number): boolean => this.scan.findings.done(text)

  /** A place without a document. */
  blank(bytes: number): void {
    this.places++
    this.bytes += bytes
  }

  /** A document that shares nothing, as its bytes tell. */
  skipped(bytes: number): void {
    this.documents++
    this.blank(bytes)
  }

  /** A document that can't be read. */
  broken(bytes: number, reason: string): void {
    this.unreadable.push({ place: this.places, reason })
    this.skipped(bytes)
  }

  /** A document as a JSON value: its strings are its texts. */
  value(value: unknown, bytes: number): void {
    try {
      if (!this.read(value)) this.withoutField++
    } catch (error) {
      if (!(error instanceof RangeError)) throw error // the stack is used up: brackets nested by the thousand
      this.scan.abandon()
      this.broken(bytes, 'nested too deeply')
      return
    }
    this.end(bytes)
  }

  /** A document that is given as its texts. */
  texts(texts: Iterable<string>, bytes: number): void {
    if (this.index.boundaries === 'document') this.scan.text([...texts].join('\n'))
    else for (const text of texts) this.scan.text(text)
    this.end(bytes)
  }

  finish(name: ShardName, index: string): Shard {
    const { findings } = this.scan
    const { places, documents, bytes, withoutField, unreadable } = this
    return {
      ...name,
      index,
      places,
      documents,
      bytes,
      withoutField,
      unreadable,
      stretches: findings.stretches.taken(),
      sets: findings.sets.taken(),
      hits: {
        places: findings.documents.taken(),
        sets: findings.setOf.taken(),
        texts: findings.textsOf.taken(),
      },
      verbatim: { texts: findings.verbatimTexts.taken(), places: findings.verbatimDocuments.taken() },
    }
  }

  private read(value: unknown): boolean {
    const { boundaries, field } = this.index
    if (boundaries === 'text') return eachText(value, field, this.take)
    const texts: string[] = []
    const found = eachText(value, field, (text) => texts.push(text))
    this.scan.text(texts.join('\n'))
    return found
  }

  private readonly take = (text: string): void => this.scan.text(text)

  private end(bytes: number): void {
    this.scan.end(this.places)
    this.effort.readInFull++
    this.effort.bytesInFull += bytes
    this.skipped(bytes)
  }
}
