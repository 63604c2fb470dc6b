import type { TextBuffer } from './text-buffer'
import type { TokenBuffer } from './token-buffer'
import type { Tokenizer } from './tokenizer'

// Scripts written without spaces between words: each character counts as a word.
const unspaced = ['Han', 'Hiragana', 'Katakana', 'Thai', 'Lao', 'Khmer', 'Myanmar']
  .map((script) => `\\p{Script=${script}}`)
  .join('')
const word = new RegExp(`[${unspaced}]|(?:(?![${unspaced}])[\\p{L}\\p{M}\\p{N}])+`, 'gu')
const encoder = new TextEncoder()

/**
 * Unicode words: lower-cased runs of letters, marks and digits; in scripts without spaces, each character. White space
 * and punctuation are nothing. A word's id is its number among the words that this tokenizer has met; once it is sealed,
 * every new word is 0, so that a corpus of any size takes no memory.
 */
export class WordTokenizer implements Tokenizer {
  readonly name = 'words'
  readonly identity = 'Unicode words, lower case'
  readonly leadingSpace = false
  readonly lossless = false
  readonly conflates = null
  private readonly ids: Map<string, number>
  private sealed = false

  /** @param known  words in the order of their ids, as `words` of another tokenizer lists them */
  constructor(known: readonly string[] = []) {
    this.ids = new Map(known.map((found, index) => [found, index + 1]))
  }

  get words(): string[] {
    return [...this.ids.keys()]
  }

  /** From now on words that have not been met are 0, which stands for no word in particular. */
  seal(): void {
    this.sealed = true
  }

  encode({ text }: TextBuffer, into: TokenBuffer): void {
    into.length = 0
    for (const [found] of text.matchAll(word)) into.push(this.id(found.toLowerCase()))
  }

  ends(text: string): Int32Array {
    let bytes = 0
    let read = 0
    const ends = Array.from(text.matchAll(word), ({ 0: found, index }) => {
      bytes += encoder.encode(text.slice(read, index + found.length)).length
      read = index + found.length
      return bytes
    })
    return Int32Array.from(ends)
  }

  private id(found: string): number {
    const known = this.ids.get(found)
    if (known !== undefined) return known
    if (this.sealed) return 0
    const id = this.ids.size + 1
    this.ids.set(found, id)
    return id
  }
}
