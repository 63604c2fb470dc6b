import { bitsFor, sharedBytes, sharedInts } from './shared-arrays'

/** Byte strings to be found in text, each known by a window of eight, four or one of its bytes. */
export type PhraseIndex = {
  /** The phrases one after another. */
  bytes: Uint8Array
  starts: Int32Array
  /** What the caller calls each phrase. */
  owners: Int32Array
  /** Where in the phrase its window lies. */
  offsets: Int32Array
  /** Phrase + 1 by the hash of its window, linked by `next`; 0 is none. */
  slots: Int32Array
  next: Int32Array
  /** Whether any phrase has a window of eight, four, one bytes. */
  eight: boolean
  four: boolean
  one: boolean
}

const slotShift = (slots: Int32Array) => 32 - Math.log2(slots.length)
const hashEight = (first: number, second: number) =>
  Math.imul(Math.imul(first, 0x9e3779b1) ^ second ^ (first >>> 15), 0x85ebca6b)
const hashFour = (first: number) => Math.imul(Math.imul(first, 0x27d4eb2f) ^ 0x5bd1e995, 0x9e3779b1)
const hashOne = (byte: number) => Math.imul(byte + 1, 0x7feb352d)

const widthOf = (length: number) => (length >= 8 ? 8 : length >= 4 ? 4 : 1)

/**
 * Indexes phrases. A window is chosen where the fewest phrases agree, so that texts with a beginning in common are told
 * apart at once.
 *
 * @param phrases  UTF-8, none of them empty
 */
export function phraseIndex(phrases: readonly { bytes: Uint8Array; owner: number }[]): PhraseIndex {
  const index = laidOut(phrases)
  const view = new DataView(index.bytes.buffer)
  const seen = countWindows(index, view)
  for (let phrase = 0; phrase < phrases.length; phrase++) {
    const start = index.starts[phrase] ?? 0
    const length = (index.starts[phrase + 1] ?? 0) - start
    index.offsets[phrase] = widthOf(length) === 8 ? rarest(view, start, length, seen) : 0
    const slot = windowHash(view, start + (index.offsets[phrase] ?? 0), widthOf(length)) >>> slotShift(index.slots)
    index.next[phrase] = index.slots[slot] ?? 0
    index.slots[slot] = phrase + 1
  }
  return index
}

/** Called for a phrase found at a place; true ends the search. */
export type FoundPhrase = (phrase: number, at: number) => boolean

/** Finds every phrase in bytes [start, end) of the view, seven readable ones behind them. */
export function findPhrases(index: PhraseIndex, view: DataView, start: number, end: number, found: FoundPhrase): void {
  const { slots, eight, four, one } = index
  const shift = slotShift(slots)
  for (let at = start; at < end; at++) {
    const first = view.getInt32(at, true)
    if (eight) {
      const slot = hashEight(first, view.getInt32(at + 4, true)) >>> shift
      if (slots[slot] !== 0 && walk(index, view, slot, at, start, end, found)) return
    }
    if (four) {
      const slot = hashFour(first) >>> shift
      if (slots[slot] !== 0 && walk(index, view, slot, at, start, end, found)) return
    }
    if (one) {
      const slot = hashOne(first & 0xff) >>> shift
      if (slots[slot] !== 0 && walk(index, view, slot, at, start, end, found)) return
    }
  }
}

function walk(
  { bytes, starts, offsets, slots, next }: PhraseIndex,
  view: DataView,
  slot: number,
  at: number,
  start: number,
  end: number,
  found: FoundPhrase,
): boolean {
  for (let entry = slots[slot] ?? 0; entry !== 0; entry = next[entry - 1] ?? 0) {
    const phrase = entry - 1
    const own = starts[phrase] ?? 0
    const length = (starts[phrase + 1] ?? 0) - own
    const from = at - (offsets[phrase] ?? 0)
    if (from < start || from + length > end) continue
    let same = 0
    while (same < length && bytes[own + same] === view.getUint8(from + same)) same++
    if (same === length && found(phrase, from)) return true
  }
  return false
}

function laidOut(phrases: readonly { bytes: Uint8Array; owner: number }[]): PhraseIndex {
  const total = phrases.reduce((sum, { bytes }) => sum + bytes.length, 0)
  const bytes = sharedBytes(total + 8)
  const starts = sharedInts(phrases.length + 1)
  const owners = sharedInts(phrases.length)
  const widths = new Set<number>()
  let at = 0
  for (const [phrase, { bytes: own, owner }] of phrases.entries()) {
    bytes.set(own, at)
    at += own.length
    starts[phrase + 1] = at
    owners[phrase] = owner
    widths.add(widthOf(own.length))
  }
  return {
    bytes,
    starts,
    owners,
    offsets: sharedInts(phrases.length),
    slots: sharedInts(2 ** Math.max(12, bitsFor(16 * phrases.length))),
    next: sharedInts(phrases.length),
    eight: widths.has(8),
    four: widths.has(4),
    one: widths.has(1),
  }
}

function windowHash(view: DataView, at: number, width: number): number {
  if (width === 1) return hashOne(view.getUint8(at))
  const first = view.getInt32(at, true)
  return width === 4 ? hashFour(first) : hashEight(first, view.getInt32(at + 4, true))
}

const countBits = 20

/** How often each window of eight bytes stands in the phrases, as far as its hash tells. */
function countWindows({ starts }: PhraseIndex, view: DataView): Int32Array {
  const seen = new Int32Array(2 ** countBits)
  for (let phrase = 0; phrase + 1 < starts.length; phrase++)
    for (let at = starts[phrase] ?? 0; at + 8 <= (starts[phrase + 1] ?? 0); at++) {
      const slot = windowHash(view, at, 8) >>> (32 - countBits)
      seen[slot] = (seen[slot] ?? 0) + 1
    }
  return seen
}

function rarest(view: DataView, start: number, length: number, seen: Int32Array): number {
  let best = 0
  let fewest = Number.POSITIVE_INFINITY
  for (let offset = 0; offset + 8 <= length && fewest > 1; offset++) {
    const count = seen[windowHash(view, start + offset, 8) >>> (32 - countBits)] ?? 0
    if (count >= fewest) continue
    fewest = count
    best = offset
  }
  return best
}
