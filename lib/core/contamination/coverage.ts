import type { GramIndex } from './gram-index'
import { walkMatches } from './match-walk'
import type { MatchRule } from './parameters'
import type { SequenceSet } from './sequence-set'
import type { TestTexts } from './test-texts'

/**
 * For each position of the test side how many tokens the longest match has that begins there; 0: none.
 *
 * @param counts  1 for each stretch that counts, by its number
 */
export function longestMatches(
  grams: GramIndex,
  rule: MatchRule,
  stretches: SequenceSet,
  counts: Uint8Array,
): Int32Array {
  const longest = new Int32Array(grams.tokens.length)
  for (let stretch = 0; stretch < stretches.size; stretch++) {
    if (counts[stretch] !== 1) continue
    walkMatches(
      grams,
      rule,
      stretches.values,
      stretches.start(stretch),
      stretches.end(stretch),
      (position, _, length) => {
        if (length > (longest[position] ?? 0)) longest[position] = length
      },
    )
  }
  return longest
}

/** For each text how many of its tokens lie in a match of at least `shortest` tokens. */
export function coveredTokens(
  { starts }: Pick<TestTexts, 'starts'>,
  longest: Int32Array,
  shortest: number,
): Int32Array {
  const covered = new Int32Array(starts.length - 1)
  for (let text = 0; text < covered.length; text++) {
    let end = 0
    let count = 0
    for (let at = starts[text] ?? 0; at < (starts[text + 1] ?? 0) - 1; at++) {
      const length = longest[at] ?? 0
      if (length >= shortest && at + length > end) end = at + length
      if (at < end) count++
    }
    covered[text] = count
  }
  return covered
}

/** For each text the tokens of its longest single match. */
export function longestOfTexts({ starts }: Pick<TestTexts, 'starts'>, longest: Int32Array): Int32Array {
  return Int32Array.from({ length: starts.length - 1 }, (_, text) => {
    let most = 0
    for (let at = starts[text] ?? 0; at < (starts[text + 1] ?? 0); at++) most = Math.max(most, longest[at] ?? 0)
    return most
  })
}

/** The matches of a text that no longer match holds, in order: [start, end) in tokens of the text. */
export function outermostMatches(
  { starts }: Pick<TestTexts, 'starts'>,
  longest: Int32Array,
  text: number,
): [start: number, end: number][] {
  const start = starts[text] ?? 0
  const matches: [number, number][] = []
  let reached = 0
  for (let at = start; at < (starts[text + 1] ?? 0) - 1; at++) {
    const end = at - start + (longest[at] ?? 0)
    if ((longest[at] ?? 0) === 0 || end <= reached) continue
    matches.push([at - start, end])
    reached = end
  }
  return matches
}
