import { expect, it } from 'vitest'
import { LlamaTokenizer } from '@/lib/core/tokens/llama'
import { byDefinition, byEngine } from './testing/compare'

const tokenizer = new LlamaTokenizer()

it.each(Array.from({ length: 40 }, (_, at) => 1_000_000 + at))(
  'finds what the definition says in random case %i',
  (seed) => {
    const expected = byDefinition(seed)
    expect(byEngine(seed, tokenizer, false), 'everything read in full').toEqual(expected)
    expect(byEngine(seed, tokenizer, true), 'with the prefilter').toEqual(expected)
  },
)
