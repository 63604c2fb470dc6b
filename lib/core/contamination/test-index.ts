import type { Tokenizer } from '@/lib/core/tokens/tokenizer'
import { type GramIndex, gramIndex } from './gram-index'
import { type ContaminationParameters, type MatchRule, matchRule } from './parameters'
import { type PhraseIndex, phraseIndex } from './phrase-index'
import { type Prefilter, prefilter } from './prefilter'
import type { TestTexts } from './test-texts'

/** What a scan of training data looks up. Plain data in shared memory, so that threads read one index. */
export type TestIndex = {
  rule: MatchRule
  boundaries: ContaminationParameters['boundaries']
  field: string | null
  documentsNamed: number
  grams: GramIndex
  /** The whole texts, to be found verbatim; each is owned by the number of its text. */
  phrases: PhraseIndex
  texts: number
  /** Null where raw bytes can't tell which lines to read: everything is tokenized. */
  prefilter: Prefilter | null
}

const encoder = new TextEncoder()

/**
 * Builds the index of a test side.
 *
 * @param useFilter  false reads everything in full, which finds the same and takes longer
 */
export function testIndex(
  sides: TestTexts,
  tokenizer: Tokenizer,
  parameters: ContaminationParameters,
  useFilter = true,
): TestIndex {
  const rule = matchRule(parameters)
  const grams = gramIndex(sides, rule.anchor)
  const phrases = sides.texts
    .map((text, owner) => ({ bytes: encoder.encode(text.trim()), owner }))
    .filter(({ bytes }) => bytes.length > 0)
  return {
    rule,
    boundaries: parameters.boundaries,
    field: parameters.field,
    documentsNamed: parameters.documentsNamed,
    grams,
    phrases: phraseIndex(phrases),
    texts: sides.texts.length,
    prefilter: useFilter && parameters.boundaries === 'text' ? prefilter(sides, tokenizer, grams) : null,
  }
}
