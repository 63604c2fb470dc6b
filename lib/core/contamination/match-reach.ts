import type { MatchRule } from './parameters'
import { exactTokens } from './parameters'
import { border } from './test-texts'

/**
 * How many tokens the match has that begins at `position` of the test side and at `at` of a training text, whose tokens
 * end at `end`: it goes on over at most `skip` mismatches behind its first ten tokens and ends with an equal token.
 * It may be shorter than the shortest that counts.
 */
export function reach(
  { skip }: Pick<MatchRule, 'skip'>,
  tokens: Int32Array,
  position: number,
  ids: Int32Array,
  at: number,
  end: number,
): number {
  let length = 0
  let left = skip
  for (let step = 0; at + step < end; step++) {
    const token = tokens[position + step] ?? border
    if (token === ids[at + step]) {
      length = step + 1
      continue
    }
    if (token === border || step < exactTokens || left === 0) break
    left--
  }
  return length
}
