import type { Tokenizer } from '@/lib/core/tokens/tokenizer'
import type { GramIndex } from './gram-index'
import { scanLevel } from './level-scan'
import { type Doubts, markDoubtful } from './line-classes'
import type { LineMarks } from './line-marks'
import { walkGrams } from './match-walk'
import { findPhrases, type PhraseIndex } from './phrase-index'
import { type Claim, PrefilterBuilder } from './prefilter-builder'
import { type TestTexts, tokenCount } from './test-texts'
import type { WindowLevel } from './window-level'

/**
 * Tells from the raw bytes of a line of JSON that it shares nothing with the test side.
 *
 * Sound where equal tokens stand for equal bytes: a line that shares an n-gram holds the bytes of that n-gram, spelled as
 * JSON spells them, and so one of the windows at one of the probed places. Lines about which bytes say too little are
 * told apart by `doubts` and always read.
 */
export type Prefilter = {
  /** The surfaces of the test side. */
  pool: Uint8Array
  levels: WindowLevel[]
  /** What is too short for any window. */
  tiny: PhraseIndex | null
  doubts: Doubts
}

/** The prefilter of a test side; null where bytes can't tell, as with tokenizers that lose some of the text. */
export function prefilter(sides: TestTexts, tokenizer: Tokenizer, grams: GramIndex): Prefilter | null {
  if (!tokenizer.lossless) return null
  const builder = new PrefilterBuilder(tokenizer.conflates)
  for (const [number, text] of sides.texts.entries()) {
    const ends = tokenizer.ends(text)
    if (ends === null || ends.length !== tokenCount(sides, number)) return null
    builder.add(text, [
      ...gramClaims(sides, number, ends, grams, tokenizer.leadingSpace),
      ...wholeClaims(text, number, ends.length < grams.length),
    ])
  }
  return builder.finish()
}

/** Marks every line of the chunk that may share something. `done` says which texts need no more finding verbatim. */
export function markLines(
  { pool, levels, tiny, doubts }: Prefilter,
  marks: LineMarks,
  done: (text: number) => boolean,
): void {
  for (const level of levels) scanLevel(level, pool, marks, done)
  markDoubtful(marks, doubts)
  if (tiny === null) return
  findPhrases(tiny, marks.view, 0, marks.end, (phrase, at) => {
    const owner = tiny.owners[phrase] ?? -1
    if (owner < 0 || !done(owner)) marks.mark(at)
    return false
  })
}

/** One claim for each n-gram that stands first in this text. */
function gramClaims(sides: TestTexts, text: number, ends: Int32Array, grams: GramIndex, space: boolean): Claim[] {
  const start = sides.starts[text] ?? 0
  const claims: Claim[] = []
  walkGrams(grams, sides.tokens, start, start + ends.length, (first, at) => {
    if (first !== at) return
    const token = at - start
    claims.push({ from: ends[token - 1] ?? 0, to: ends[token + grams.length - 1] ?? 0, owner: -1, space })
  })
  return claims
}

/**
 * The text without the white space around it, where no n-gram stands for it: it is too short for one, or its n-grams may
 * reach into that white space.
 */
function wholeClaims(text: string, owner: number, isShort: boolean): Claim[] {
  const trimmed = text.trim()
  if (trimmed === '' || (!isShort && trimmed === text)) return []
  const from = Buffer.byteLength(text.slice(0, text.indexOf(trimmed)))
  return [{ from, to: from + Buffer.byteLength(trimmed), owner, space: false }]
}
