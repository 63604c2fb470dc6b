import { describe, expect, it } from 'vitest'
import { LlamaTokenizer } from '@/lib/core/tokens/llama'
import { byDefinition, byEngine } from './testing/compare'

const tokenizer = new LlamaTokenizer()

describe('the engine and the definition', () => {
  it.each([0, 100, 200, 300, 400])(
    'agree on 100 random cases from %i on, with and without the prefilter',
    (from) => {
      for (let seed = from; seed < from + 100; seed++) {
        const expected = byDefinition(seed)
        expect(byEngine(seed, tokenizer, false), `seed ${seed} in full`).toEqual(expected)
        expect(byEngine(seed, tokenizer, true), `seed ${seed} with the prefilter`).toEqual(expected)
      }
    },
    120_000,
  )
})
