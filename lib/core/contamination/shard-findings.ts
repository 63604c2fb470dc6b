import { GrowingInts } from './growing-ints'
import { SequenceSet } from './sequence-set'

/** Up to here sorting by insertion is fastest, and most documents have no more. */
const fewStretches = 32

/**
 * What a shard's documents share with the test side, each stretch and each combination of stretches kept once.
 *
 * The documents of a shard must come in the order of their numbers.
 */
export class ShardFindings {
  readonly stretches = new SequenceSet()
  /** Distinct sets of stretches that a document had, their numbers ascending. */
  readonly sets = new SequenceSet()
  /** For each document that had any: its number, its set, and for each stretch of the set the first text that had it. */
  readonly documents = new GrowingInts()
  readonly setOf = new GrowingInts()
  readonly textsOf = new GrowingInts()
  /** Texts found verbatim and the document, at most one more document a text than is named. */
  readonly verbatimTexts = new GrowingInts()
  readonly verbatimDocuments = new GrowingInts()
  private readonly found: Int32Array
  /** The document, counted from 1, that was the last to have a stretch or to hold a text verbatim. */
  private readonly stretchSeen = new GrowingInts()
  private readonly textSeen: Int32Array
  private serial = 1
  private readonly inDocument = new GrowingInts()
  private readonly texts = new GrowingInts()
  private readonly verbatimInDocument = new GrowingInts()

  constructor(
    texts: number,
    private readonly documentsNamed: number,
  ) {
    this.found = new Int32Array(texts)
    this.textSeen = new Int32Array(texts)
  }

  /** Whether enough documents hold the text verbatim, so that nobody needs to look for it. */
  done(text: number): boolean {
    return (this.found[text] ?? 0) > this.documentsNamed
  }

  /** A stretch of the document at hand, in its text with this ordinal. */
  stretch(ids: Int32Array, from: number, to: number, ordinal: number): void {
    const number = this.stretches.add(ids, from, to)
    if (number === this.stretchSeen.length) this.stretchSeen.push(0)
    if (this.stretchSeen.at(number) === this.serial) return
    this.stretchSeen.values[number] = this.serial
    this.inDocument.push(number)
    this.texts.push(ordinal)
  }

  /** The document at hand holds this text of the test side verbatim. */
  verbatim(text: number): void {
    if (this.textSeen[text] === this.serial || this.done(text)) return
    this.textSeen[text] = this.serial
    this.verbatimInDocument.push(text)
  }

  /** Ends the document at hand. */
  end(document: number): void {
    for (let i = 0; i < this.verbatimInDocument.length; i++) {
      const text = this.verbatimInDocument.at(i)
      this.found[text] = (this.found[text] ?? 0) + 1
      this.verbatimTexts.push(text)
      this.verbatimDocuments.push(document)
    }
    this.verbatimInDocument.length = 0
    this.serial++
    if (this.inDocument.length === 0) return
    this.sort()
    this.documents.push(document)
    this.setOf.push(this.sets.add(this.inDocument.values, 0, this.inDocument.length))
    this.textsOf.append(this.texts.values, 0, this.texts.length)
    this.inDocument.length = 0
    this.texts.length = 0
  }

  /** Forgets the document at hand. */
  abandon(): void {
    this.inDocument.length = 0
    this.texts.length = 0
    this.verbatimInDocument.length = 0
    this.serial++
  }

  private sort(): void {
    if (this.inDocument.length > fewStretches) {
      this.sortMany()
      return
    }
    const { values: numbers } = this.inDocument
    const { values: texts } = this.texts
    for (let i = 1; i < this.inDocument.length; i++) {
      const [number, text] = [numbers[i] ?? 0, texts[i] ?? 0]
      let place = i
      for (; place > 0 && (numbers[place - 1] ?? 0) > number; place--) {
        numbers[place] = numbers[place - 1] ?? 0
        texts[place] = texts[place - 1] ?? 0
      }
      numbers[place] = number
      texts[place] = text
    }
  }
  private sortMany(): void {
    const pairs = Array.from({ length: this.inDocument.length }, (_, i) => [this.inDocument.at(i), this.texts.at(i)])
    pairs.sort(([one = 0], [other = 0]) => one - other)
    for (const [i, [number = 0, text = 0]] of pairs.entries()) {
      this.inDocument.values[i] = number
      this.texts.values[i] = text
    }
  }
}
