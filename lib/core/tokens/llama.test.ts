import fc from 'fast-check'
import reference from 'llama-tokenizer-js'
import { describe, expect, it } from 'vitest'
import { LlamaTokenizer } from './llama'
import { someText } from './testing/some-text'
import { TextBuffer } from './text-buffer'
import { TokenBuffer } from './token-buffer'

const tokenizer = new LlamaTokenizer()
const source = new TextBuffer()
const tokens = new TokenBuffer()

function encode(text: string): number[] {
  source.load(text)
  tokenizer.encode(source, tokens)
  return Array.from(tokens.taken())
}

const referenceIds = (text: string) => reference.encode(text, false, true)

describe('LlamaTokenizer', () => {
  it.each([
    // From the tests of llama-tokenizer-js 1.2.2, without their BOS token
    ['grabbed', [2646, 1327, 287]],
    [' grabbed', [29871, 2646, 1327, 287]],
    ['           grabbed', [9651, 2646, 1327, 287]],
    ['\n', [29871, 13]],
    ['\ttabs\t\t\t\tout here', [29871, 12, 21175, 12, 12, 12, 12, 449, 1244]],
    ['ax\n####\nboo', [4853, 13, 4136, 13, 833, 29877]],
    ['镇', [29871, 30411]],
    ['🦙Ꙋ', [29871, 243, 162, 169, 156, 237, 156, 141]],
    ['', []],
  ])('%j', (text, ids) => {
    expect(encode(text)).toEqual(ids)
  })

  it.each([
    ['a lone surrogate, which is not U+FFFD', 'a\ud83d b \ufffd \udc00'],
    ['a lone surrogate at the beginning', '\udc00 x'],
    ['thick underscores, which are spaces', '▁▁ the▁cat▁'],
    ['every byte of a control character', Array.from({ length: 32 }, (_, code) => String.fromCharCode(code)).join('')],
    ['a byte-order mark and joiners', '\ufeff👩‍👩‍👧 e\u0301'],
    ['what looks like tokens', '<0x0A> <s> </s> <unk>'],
  ])('reads %s as the reference does', (_, text) => {
    expect(encode(text)).toEqual(referenceIds(text))
  })

  it.each(['a', ' ', '=', '0', '年月', 'ab', '🦙', '\n', '-=', '\u0000', 'é', ' a'])(
    'reads a long run of %j as the reference does',
    (unit) => {
      for (const length of [31, 63, 64, 65, 500, 4001]) {
        const text = unit.repeat(length)
        expect(encode(text)).toEqual(referenceIds(text))
      }
    },
  )

  it('gives the same ids as the reference for any text', () => {
    fc.assert(
      fc.property(someText, (text) => {
        expect(encode(text)).toEqual(referenceIds(text))
      }),
      { numRuns: 2000 },
    )
  })

  it('says where each token ends, and the last one ends with the text', () => {
    fc.assert(
      fc.property(someText, (text) => {
        const ends = tokenizer.ends(text)
        const ids = encode(text)
        expect(ends).toHaveLength(ids.length)
        expect(ends.at(-1) ?? 0).toBe(Buffer.byteLength(text))
        for (const [index, end] of ends.entries()) expect(end).toBeGreaterThanOrEqual(ends[index - 1] ?? 0)
      }),
      { numRuns: 500 },
    )
  })

  it('ends its tokens at the bytes they stand for', () => {
    // ▁the, ▁, a lama of four bytes, ▁ spelled as itself
    expect(Array.from(tokenizer.ends('the 🦙▁'))).toEqual([3, 4, 5, 6, 7, 8, 11])
  })
})
