import { TextBuffer } from '@/lib/core/tokens/text-buffer'
import { TokenBuffer } from '@/lib/core/tokens/token-buffer'
import type { Tokenizer } from '@/lib/core/tokens/tokenizer'
import { sharedInts } from './shared-arrays'

/** One example of a benchmark, as training data must not contain it. */
export type TestExample = { task: string; id: string; text: string }

/** Stands between texts, where no match goes on: no token of any text is equal to it. */
export const border = -1

/** The distinct texts of a test side and their tokens: a border, then for each text its tokens and a border. */
export type TestTexts = {
  texts: string[]
  /** For each example, the number of its text. */
  textOf: Int32Array
  tokens: Int32Array
  /** Where each text's tokens begin, and behind the last text's border. */
  starts: Int32Array
}

/** Cuts the texts of examples into tokens, equal texts once. */
export function testTexts(examples: readonly TestExample[], tokenizer: Tokenizer): TestTexts {
  const numbers = new Map<string, number>()
  const textOf = new Int32Array(examples.length)
  for (const [index, { text }] of examples.entries()) {
    const number = numbers.get(text) ?? numbers.size
    numbers.set(text, number)
    textOf[index] = number
  }
  const texts = [...numbers.keys()]
  return { texts, textOf, ...tokensOf(texts, tokenizer) }
}

/** How many tokens a text has. */
export const tokenCount = ({ starts }: Pick<TestTexts, 'starts'>, text: number): number =>
  (starts[text + 1] ?? 0) - (starts[text] ?? 0) - 1

function tokensOf(texts: readonly string[], tokenizer: Tokenizer): Pick<TestTexts, 'tokens' | 'starts'> {
  const starts = sharedInts(texts.length + 1)
  const source = new TextBuffer()
  const cut = new TokenBuffer()
  let flat = new Int32Array(1 << 16).fill(border, 0, 1)
  let length = 1
  for (const [index, text] of texts.entries()) {
    source.load(text)
    tokenizer.encode(source, cut)
    if (length + cut.length + 1 > flat.length) {
      const wider = new Int32Array(2 * (length + cut.length + 1))
      wider.set(flat)
      flat = wider
    }
    starts[index] = length
    flat.set(cut.ids.subarray(0, cut.length), length)
    length += cut.length
    flat[length++] = border
  }
  starts[texts.length] = length
  const tokens = sharedInts(length)
  tokens.set(flat.subarray(0, length))
  return { tokens, starts }
}

/** The number of the text that holds the token at a position. */
export function textAt({ starts }: Pick<TestTexts, 'starts'>, position: number): number {
  let low = 0
  let high = starts.length - 1
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) <= position) low = middle
    else high = middle
  }
  return low
}
