import type { TextBuffer } from './text-buffer'
import type { TokenBuffer } from './token-buffer'
import type { Tokenizer } from './tokenizer'

type Encode = (text: string, options: { disallowedSpecial: Set<string> }) => number[]
type Ranks = readonly (string | readonly number[] | undefined)[]

// Text that looks like a special token is text: a training file may hold any.
const plain = { disallowedSpecial: new Set<string>() }
const encoder = new TextEncoder()

/** OpenAI's byte-level vocabularies through gpt-tokenizer. */
export class GptTokenizer implements Tokenizer {
  readonly identity: string
  readonly leadingSpace = false
  readonly lossless = true
  readonly conflates = null

  constructor(
    readonly name: string,
    private readonly encodeText: Encode,
    private readonly ranks: Ranks,
  ) {
    this.identity = `${name}, no special tokens`
  }

  encode({ text }: TextBuffer, into: TokenBuffer): void {
    const ids = this.encodeText(text, plain)
    into.reserve(ids.length)
    into.ids.set(ids)
    into.length = ids.length
  }

  ends(text: string): Int32Array {
    let at = 0
    return Int32Array.from(this.encodeText(text, plain), (id) => {
      at += this.width(id)
      return at
    })
  }

  private width(id: number): number {
    const token = this.ranks[id]
    return typeof token === 'string' ? encoder.encode(token).length : (token?.length ?? 0)
  }
}

/** The vocabulary of GPT-3.5 and GPT-4. */
export async function cl100k(): Promise<Tokenizer> {
  const { encode } = await import('gpt-tokenizer/encoding/cl100k_base')
  const { default: ranks } = await import('gpt-tokenizer/bpeRanks/cl100k_base')
  return new GptTokenizer('cl100k', encode, ranks)
}

/** The vocabulary of GPT-4o and its successors. */
export async function o200k(): Promise<Tokenizer> {
  const { encode } = await import('gpt-tokenizer/encoding/o200k_base')
  const { default: ranks } = await import('gpt-tokenizer/bpeRanks/o200k_base')
  return new GptTokenizer('o200k', encode, ranks)
}
