import { indexIdentity } from '@/lib/core/contamination/index-identity'
import { type ContaminationParameters, contaminationParameters } from '@/lib/core/contamination/parameters'
import { type TestIndex, testIndex } from '@/lib/core/contamination/test-index'
import { type TestExample, type TestTexts, testTexts } from '@/lib/core/contamination/test-texts'
import { openTokenizer, type TokenizerSource } from '@/lib/core/tokens/named-tokenizer'
import type { Tokenizer } from '@/lib/core/tokens/tokenizer'
import { WordTokenizer } from '@/lib/core/tokens/words'

/** A test side, ready for scans and reports. */
export type PreparedTestSet = {
  examples: readonly TestExample[]
  parameters: ContaminationParameters
  tokenizer: Tokenizer
  /** What opens the same tokenizer in another thread. */
  source: TokenizerSource
  sides: TestTexts
  index: TestIndex
  identity: string
}

/** Builds the index of examples. @throws Error where the tokenizer's file is none */
export async function prepareTestSet(
  examples: readonly TestExample[],
  source: TokenizerSource,
  given: Partial<ContaminationParameters>,
): Promise<PreparedTestSet> {
  const parameters = contaminationParameters.parse(given)
  const opened = await openTokenizer(source)
  if (!opened.ok) throw new Error(`${source.kind === 'file' ? source.name : source.kind} is ${opened.reason}.`)
  const tokenizer = opened.value
  const sides = testTexts(examples, tokenizer)
  const index = testIndex(sides, tokenizer, parameters)
  const identity = indexIdentity(sides, tokenizer, parameters)
  if (!(tokenizer instanceof WordTokenizer)) return { examples, parameters, tokenizer, source, sides, index, identity }
  tokenizer.seal()
  const words: TokenizerSource = { kind: 'words', words: tokenizer.words }
  return { examples, parameters, tokenizer, source: words, sides, index, identity }
}
