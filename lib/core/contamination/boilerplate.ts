import type { Combined } from './combined'
import type { Postings } from './document-lists'
import type { GramIndex } from './gram-index'
import { walkGrams, walkMatches } from './match-walk'
import type { MatchRule } from './parameters'
import type { SequenceSet } from './sequence-set'

/** Tokens of the test side that very many documents hold. */
export type Phrase = { position: number; length: number; documents: number }

/** In how many documents each n-gram stands as a part of a match, at its first position. */
export function gramDocuments(
  grams: GramIndex,
  rule: MatchRule,
  firsts: Int32Array,
  { stretches, sets }: Combined,
  { hitsOfSet }: Postings,
): Int32Array {
  const counts = new Int32Array(grams.tokens.length)
  const seen = new Int32Array(grams.tokens.length)
  for (let set = 0; set < sets.size; set++) {
    const hits = (hitsOfSet.starts[set + 1] ?? 0) - (hitsOfSet.starts[set] ?? 0)
    if (hits === 0) continue
    const count = (first: number) => {
      if (seen[first] === set + 1) return
      seen[first] = set + 1
      counts[first] = (counts[first] ?? 0) + hits
    }
    for (let member = sets.start(set); member < sets.end(set); member++)
      eachGram(grams, rule, firsts, stretches, sets.values[member] ?? 0, count)
  }
  return counts
}

/** Hands over the n-grams of a stretch that lie in a match: without a skip budget every one of them is a match. */
function eachGram(
  grams: GramIndex,
  rule: MatchRule,
  firsts: Int32Array,
  stretches: SequenceSet,
  stretch: number,
  take: (first: number) => void,
): void {
  const { values: ids } = stretches
  const [from, to] = [stretches.start(stretch), stretches.end(stretch)]
  if (rule.skip === 0) {
    walkGrams(grams, ids, from, to, take)
    return
  }
  walkMatches(grams, rule, ids, from, to, (position, at, length) => {
    walkEqual(grams, ids, position, at, length, (place) => {
      take(firsts[place] ?? 0)
      return false
    })
  })
}

/** Visits each position of a match at which an n-gram begins that is equal on both sides, until a visit returns true. */
function walkEqual(
  { tokens, length: width }: GramIndex,
  ids: Int32Array,
  position: number,
  at: number,
  length: number,
  visit: (position: number) => boolean,
): boolean {
  let equal = 0
  for (let step = 0; step < length; step++) {
    equal = tokens[position + step] === ids[at + step] ? equal + 1 : 0
    if (equal >= width && visit(position + step - width + 1)) return true
  }
  return false
}

/** 1 at each position where an n-gram begins that more than `above` documents hold. */
export function boilerplatePositions({ tokens, next }: GramIndex, counts: Int32Array, above: number): Uint8Array {
  const marks = new Uint8Array(tokens.length)
  for (const [first, count] of counts.entries()) {
    if (count <= above) continue
    for (let position = first; position !== 0; position = next[position] ?? 0) marks[position] = 1
  }
  return marks
}

/** Neighbouring boilerplate n-grams as phrases, each where the test side has it first, the most frequent ones first. */
export function boilerplatePhrases(grams: GramIndex, counts: Int32Array, above: number): Phrase[] {
  const phrases: Phrase[] = []
  for (let at = 1; at < counts.length; at++) {
    if ((counts[at] ?? 0) <= above) continue
    const position = at
    let documents = counts[at] ?? 0
    while ((counts[at + 1] ?? 0) > above) {
      at++
      documents = Math.max(documents, counts[at] ?? 0)
    }
    phrases.push({ position, length: at - position + grams.length, documents })
  }
  return phrases.sort((one, other) => other.documents - one.documents || one.position - other.position)
}

/** What `longestMatches` says where a match of boilerplate n-grams alone doesn't count. */
export function matchesWithout(
  grams: GramIndex,
  rule: MatchRule,
  { stretches }: Combined,
  counts: Uint8Array,
  boilerplate: Uint8Array,
): Int32Array {
  const longest = new Int32Array(grams.tokens.length)
  const isRare = (position: number) => boilerplate[position] !== 1
  for (let stretch = 0; stretch < stretches.size; stretch++) {
    if (counts[stretch] !== 1) continue
    const ids = stretches.values
    walkMatches(grams, rule, ids, stretches.start(stretch), stretches.end(stretch), (position, at, length) => {
      if (length <= (longest[position] ?? 0)) return
      if (walkEqual(grams, ids, position, at, length, isRare)) longest[position] = length
    })
  }
  return longest
}
