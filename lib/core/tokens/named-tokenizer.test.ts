import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openTokenizer, type TokenizerSource } from './named-tokenizer'
import { someText } from './testing/some-text'
import { TextBuffer } from './text-buffer'
import { TokenBuffer } from './token-buffer'
import { WordTokenizer } from './words'

/** A tokenizer.json small enough to read: bytes as GPT-2 spells them, two merges. */
const byteLevelFile = JSON.stringify({
  version: '1.0',
  added_tokens: [],
  normalizer: null,
  pre_tokenizer: { type: 'ByteLevel', add_prefix_space: false, trim_offsets: true, use_regex: true },
  post_processor: null,
  decoder: { type: 'ByteLevel' },
  model: { type: 'BPE', vocab: { a: 0, b: 1, Ġ: 2, ab: 3, Ġa: 4 }, merges: ['a b', 'Ġ a'] },
})

async function opened(source: TokenizerSource) {
  const result = await openTokenizer(source)
  if (!result.ok) throw new Error(result.reason)
  return result.value
}

async function idsOf(source: TokenizerSource, text: string): Promise<number[]> {
  const tokenizer = await opened(source)
  const [read, tokens] = [new TextBuffer(), new TokenBuffer()]
  read.load(text)
  tokenizer.encode(read, tokens)
  return Array.from(tokens.taken())
}

describe('openTokenizer', () => {
  it.each([
    // OpenAI's tiktoken 0.7 for cl100k_base and o200k_base
    [{ kind: 'cl100k' } as const, 'hello world', [15339, 1917]],
    [{ kind: 'o200k' } as const, 'hello world', [24912, 2375]],
    [{ kind: 'llama-2' } as const, 'hello world', [22172, 3186]],
    [{ kind: 'file', name: 'tokenizer.json', text: byteLevelFile } as const, 'ab a', [3, 4]],
  ])('%j', async (source, text, ids) => {
    expect(await idsOf(source, text)).toEqual(ids)
  })

  it('reads what looks like a special token as text', async () => {
    expect(await idsOf({ kind: 'cl100k' }, '<|endoftext|>')).toHaveLength(7)
  })

  it.each(['{', '[]', '{"model": 3}', '{"model": {"type": "Unheard"}}'])('refuses %s', async (text) => {
    expect(await openTokenizer({ kind: 'file', name: 'x.json', text })).toEqual({
      ok: false,
      reason: 'not a tokenizer.json',
    })
  })

  it.each([{ kind: 'cl100k' } as const, { kind: 'o200k' } as const, { kind: 'llama-2' } as const])(
    'the tokens of $kind spell the text byte for byte',
    async (source) => {
      const tokenizer = await opened(source)
      fc.assert(
        fc.property(someText, (text) => {
          const ends = tokenizer.ends(text)
          expect(ends?.at(-1) ?? 0).toBe(Buffer.byteLength(text))
        }),
        { numRuns: 100 },
      )
    },
  )
})

describe('WordTokenizer', () => {
  it('keeps letters, marks and digits, folds case and takes Han characters one by one', () => {
    const tokenizer = new WordTokenizer()
    const [read, tokens] = [new TextBuffer(), new TokenBuffer()]
    read.load("Don't panic: 42 E\u0301tudes, 年月 don")
    tokenizer.encode(read, tokens)
    expect(tokenizer.words).toEqual(['don', 't', 'panic', '42', 'e\u0301tudes', '年', '月'])
    expect(Array.from(tokens.taken())).toEqual([1, 2, 3, 4, 5, 6, 7, 1])
  })

  it('gives words it has not met no id once sealed', () => {
    const tokenizer = new WordTokenizer(['the', 'cat'])
    tokenizer.seal()
    const [read, tokens] = [new TextBuffer(), new TokenBuffer()]
    read.load('The dog, the CAT.')
    tokenizer.encode(read, tokens)
    expect(Array.from(tokens.taken())).toEqual([1, 0, 1, 2])
    expect(Array.from(tokenizer.ends('The dog, é'))).toEqual([3, 7, 11])
  })
})
