import { LlamaMerger } from './llama-merge'
import { byteToken, llamaVocabulary } from './llama-vocabulary'
import { LongPieces } from './long-pieces'
import { ShortPieces } from './short-pieces'
import { TextBuffer } from './text-buffer'
import { TokenBuffer } from './token-buffer'
import type { Tokenizer } from './tokenizer'

const thickUnderscore = '▁'
const overrun = 2 // cells behind the tokens that a cached piece may touch

/**
 * Llama 2's tokenizer, exactly: the ids of llama-tokenizer-js with its leading space and without its BOS token.
 *
 * Text is cut wherever no token of the vocabulary holds the two bytes side by side: no merge can cross such a place, so
 * the pieces merge each for itself and are remembered.
 */
export class LlamaTokenizer implements Tokenizer {
  readonly name = 'llama-2'
  readonly identity = 'llama-2, no BOS, leading space'
  readonly leadingSpace = true
  readonly lossless = true
  readonly conflates = thickUnderscore
  private readonly vocabulary = llamaVocabulary()
  private readonly merger = new LlamaMerger(this.vocabulary)
  private readonly long = new LongPieces((...piece) => this.merger.merge(...piece))
  private readonly short = new ShortPieces(this.long)
  private readonly own = new TextBuffer(1 << 10)

  encode(source: TextBuffer, into: TokenBuffer): void {
    into.length = 0
    if (source.end === source.start) return
    if (!source.text.isWellFormed()) this.encodeBroken(source.text, into)
    else if (source.text.includes(thickUnderscore)) this.encodePart(source.text, true, into)
    else this.pieces(source, source.start - 1, into)
  }

  ends(text: string): Int32Array {
    const source = new TextBuffer(text.length * 3)
    const tokens = new TokenBuffer()
    source.load(text)
    this.encode(source, tokens)
    const ends = tokens.taken()
    let at = -1 // before the space that isn't in the text
    for (const [index, id] of ends.entries()) ends[index] = at += this.vocabulary.lengths[id] ?? 0
    return text.includes(thickUnderscore) ? widened(ends, source) : ends
  }

  /** The reference spells a lone surrogate in the bytes of U+FFFD, although that character is a token. */
  private encodeBroken(text: string, into: TokenBuffer): void {
    for (const [index, part] of text.split(/(\p{Surrogate})/u).entries()) {
      if (index % 2 === 1) for (const byte of [0xef, 0xbf, 0xbd]) into.push(byteToken(byte))
      else if (index === 0 || part !== '') this.encodePart(part, index === 0, into)
    }
  }

  private encodePart(text: string, first: boolean, into: TokenBuffer): void {
    this.own.load(text.replaceAll(thickUnderscore, ' '))
    this.pieces(this.own, first ? this.own.start - 1 : this.own.start, into)
  }

  private pieces({ bytes, view, end }: TextBuffer, start: number, into: TokenBuffer): void {
    into.reserve(into.length + end - start + overrun)
    const { adjacent } = this.vocabulary
    const { ids } = into
    let count = into.length
    for (let from = start; from < end; ) {
      let to = from + 1
      let last = bytes[from] ?? 0
      while (to < end) {
        const next = bytes[to] ?? 0
        if (adjacent[(last << 8) | next] === 0) break
        last = next
        to++
      }
      const length = to - from
      count +=
        length <= ShortPieces.widest
          ? this.short.write(bytes, view, from, to, ids, count)
          : length <= LongPieces.widest
            ? this.long.write(bytes, view, from, to, ids, count)
            : this.merger.merge(bytes, from, to, ids, count)
      from = to
    }
    into.length = count
  }
}

/** Offsets in the bytes of a text whose thick underscores were read as spaces, which are two bytes shorter. */
function widened(ends: Int32Array, { bytes, start, end }: TextBuffer): Int32Array {
  let token = 0
  let read = 0
  for (let at = start; at < end; ) {
    const thick = bytes[at] === 0xe2 && bytes[at + 1] === 0x96 && bytes[at + 2] === 0x81
    while (token < ends.length && (ends[token] ?? 0) <= read) ends[token++] = at - start
    at += thick ? 3 : 1
    read++
  }
  for (; token < ends.length; token++) ends[token] = end - start
  return ends
}
