import { factor, oldestFactor, spread } from './rolling-hash'
import { bitsFor, sharedBytes, sharedInts } from './shared-arrays'
import { border, type TestTexts } from './test-texts'

/**
 * Every n-gram of the test side. An n-gram is known by the first position at which it stands; `next` links its other
 * positions (0 ends the chain). Plain arrays in shared memory: threads read one index.
 */
export type GramIndex = {
  length: number
  tokens: Int32Array
  /** First positions by hash, open addressing; 0 is empty, since a border stands there. */
  slots: Int32Array
  slotBits: number
  next: Int32Array
  /** 1 at a first position whose n-gram follows different tokens at different places. */
  mixed: Uint8Array
  /** A word by the upper bits of a hash, two of its bits by another: most lookups end here. */
  filter: Int32Array
}

/** Indexes the n-grams of `length` tokens. Memory: about 22 bytes for each token of the test side. */
export function gramIndex({ tokens }: Pick<TestTexts, 'tokens'>, length: number): GramIndex {
  const slotBits = bitsFor(2 * tokens.length)
  const index: GramIndex = {
    length,
    tokens,
    slots: sharedInts(2 ** slotBits),
    slotBits,
    next: sharedInts(tokens.length),
    mixed: sharedBytes(tokens.length),
    filter: sharedInts(2 ** Math.max(4, slotBits - 1)),
  }
  const oldest = oldestFactor(length)
  let hash = 0
  let since = 0
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] ?? border
    if (token === border) {
      hash = 0
      since = 0
      continue
    }
    if (since === length) hash = (hash - Math.imul(tokens[at - length] ?? 0, oldest)) | 0
    else since++
    hash = (Math.imul(hash, factor) + token) | 0
    if (since === length) enter(index, at - length + 1, spread(hash))
  }
  return index
}

/** The two bits of a hash in its word of a filter, by a second hash, and how far to shift the hash to get at the word. */
export const filterBits = (hash: number): number => {
  const mixed = Math.imul(hash, 0x2c1b3c6d) >>> 22
  return (1 << mixed) | (1 << (mixed >>> 5))
}
export const filterShift = (filter: Int32Array): number => 32 - Math.log2(filter.length)

/** The first position of the n-gram ids[at … at + length), or 0 where the test side doesn't have it. */
export function findGram(index: GramIndex, ids: Int32Array, at: number, mixedHash: number): number {
  const { slots, slotBits, tokens, length } = index
  const mask = slots.length - 1
  for (let slot = mixedHash >>> (32 - slotBits); ; slot = (slot + 1) & mask) {
    const first = slots[slot] ?? 0
    if (first === 0) return 0
    let same = 0
    while (same < length && tokens[first + same] === ids[at + same]) same++
    if (same === length) return first
  }
}

function enter(index: GramIndex, position: number, mixedHash: number): void {
  const { slots, slotBits, next, tokens, mixed, filter } = index
  const first = findGram(index, tokens, position, mixedHash)
  if (first !== 0) {
    next[position] = next[first] ?? 0
    next[first] = position
    if (tokens[first - 1] !== tokens[position - 1]) mixed[first] = 1
    return
  }
  let slot = mixedHash >>> (32 - slotBits)
  while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1)
  slots[slot] = position
  const word = mixedHash >>> filterShift(filter)
  filter[word] = (filter[word] ?? 0) | filterBits(mixedHash)
}

/** For each position the first one of its n-gram; 0 where none begins. */
export function firstPositions({ slots, next, tokens }: GramIndex): Int32Array {
  const firsts = new Int32Array(tokens.length)
  for (const first of slots) {
    if (first === 0) continue
    for (let position = first; position !== 0; position = next[position] ?? 0) firsts[position] = first
  }
  return firsts
}
