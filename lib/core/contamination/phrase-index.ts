import { bitsFor, sharedBytes, sharedInts } from './shared-arrays'

/**
 * Byte strings to be found in text, each known by windows of its bytes: from eleven bytes on by the four windows of eight
 * at neighbouring places, one of which is met by looking at every fourth place; shorter ones by one window of eight, four
 * or one, looked for everywhere. Plain data in shared memory.
 */
export type PhraseIndex = {
  /** The phrases one after another. */
  bytes: Uint8Array
  starts: Int32Array
  /** What the caller calls each phrase. */
  owners: Int32Array
  /** For each window its phrase and where it lies in that. */
  phrases: Int32Array
  offsets: Int32Array
  /** Window + 1 by hash, linked by `next`; 0 is none. */
  slots: Int32Array
  next: Int32Array
  kinds: { long: boolean; eight: boolean; four: boolean; one: boolean }
}

const stride = 4
const longBytes = 8 + stride - 1

const slotShift = (slots: Int32Array) => 32 - Math.log2(slots.length)
const hashEight = (first: number, second: number) =>
  Math.imul(Math.imul(first, 0x9e3779b1) ^ second ^ (first >>> 15), 0x85ebca6b)
const hashFour = (first: number) => Math.imul(Math.imul(first, 0x27d4eb2f) ^ 0x5bd1e995, 0x9e3779b1)
const hashOne = (byte: number) => Math.imul(byte + 1, 0x7feb352d)

const widthOf = (length: number) => (length >= 8 ? 8 : length >= 4 ? 4 : 1)
const windowsOf = (length: number) => (length >= longBytes ? stride : 1)

/**
 * Indexes phrases. Windows are chosen where the fewest phrases agree, so that texts with a beginning in common are told
 * apart at once.
 *
 * @param phrases  UTF-8, none of them empty
 */
export function phraseIndex(phrases: readonly { bytes: Uint8Array; owner: number }[]): PhraseIndex {
  const index = laidOut(phrases)
  const view = new DataView(index.bytes.buffer)
  const seen = countWindows(index, view)
  let window = 0
  for (let phrase = 0; phrase < phrases.length; phrase++) {
    const start = index.starts[phrase] ?? 0
    const length = (index.starts[phrase + 1] ?? 0) - start
    const offset = length >= longBytes ? rarest(view, start, length, seen) : 0
    for (let place = 0; place < windowsOf(length); place++) {
      index.phrases[window] = phrase
      index.offsets[window] = offset + place
      const slot = windowHash(view, start + offset + place, widthOf(length)) >>> slotShift(index.slots)
      index.next[window] = index.slots[slot] ?? 0
      index.slots[slot] = ++window
    }
  }
  return index
}

/** Called for a phrase found at a place; true ends the search. */
export type FoundPhrase = (phrase: number, at: number) => boolean

/** Finds every phrase in bytes [start, end) of the view, seven readable ones behind them. */
export function findPhrases(index: PhraseIndex, view: DataView, start: number, end: number, found: FoundPhrase): void {
  const { slots, kinds } = index
  const shift = slotShift(slots)
  if (kinds.long)
    for (let at = start; at + 8 <= end; at += stride) {
      const slot = hashEight(view.getInt32(at, true), view.getInt32(at + 4, true)) >>> shift
      if (slots[slot] !== 0 && walk(index, view, slot, at, start, end, found)) return
    }
  if (!kinds.eight && !kinds.four && !kinds.one) return
  for (let at = start; at < end; at++) {
    const first = view.getInt32(at, true)
    if (kinds.eight) {
      const slot = hashEight(first, view.getInt32(at + 4, true)) >>> shift
      if (slots[slot] !== 0 && walk(index, view, slot, at, start, end, found)) return
    }
    if (kinds.four) {
      const slot = hashFour(first) >>> shift
      if (slots[slot] !== 0 && walk(index, view, slot, at, start, end, found)) return
    }
    if (kinds.one) {
      const slot = hashOne(first & 0xff) >>> shift
      if (slots[slot] !== 0 && walk(index, view, slot, at, start, end, found)) return
    }
  }
}

function walk(
  { bytes, starts, phrases, offsets, slots, next }: PhraseIndex,
  view: DataView,
  slot: number,
  at: number,
  start: number,
  end: number,
  found: FoundPhrase,
): boolean {
  for (let link = slots[slot] ?? 0; link !== 0; link = next[link - 1] ?? 0) {
    const phrase = phrases[link - 1] ?? 0
    const own = starts[phrase] ?? 0
    const length = (starts[phrase + 1] ?? 0) - own
    const from = at - (offsets[link - 1] ?? 0)
    if (from < start || from + length > end) continue
    let same = 0
    while (same < length && bytes[own + same] === view.getUint8(from + same)) same++
    if (same === length && found(phrase, from)) return true
  }
  return false
}

function laidOut(phrases: readonly { bytes: Uint8Array; owner: number }[]): PhraseIndex {
  const total = phrases.reduce((sum, { bytes }) => sum + bytes.length, 0)
  const windows = phrases.reduce((sum, { bytes }) => sum + windowsOf(bytes.length), 0)
  const bytes = sharedBytes(total + 8)
  const starts = sharedInts(phrases.length + 1)
  const owners = sharedInts(phrases.length)
  const lengths = new Set(phrases.map(({ bytes: own }) => own.length))
  let at = 0
  for (const [phrase, { bytes: own, owner }] of phrases.entries()) {
    bytes.set(own, at)
    at += own.length
    starts[phrase + 1] = at
    owners[phrase] = owner
  }
  const has = (least: number, below: number) => [...lengths].some((length) => length >= least && length < below)
  return {
    bytes,
    starts,
    owners,
    phrases: sharedInts(windows),
    offsets: sharedInts(windows),
    slots: sharedInts(2 ** Math.max(12, bitsFor(8 * windows))),
    next: sharedInts(windows),
    kinds: {
      long: has(longBytes, Number.POSITIVE_INFINITY),
      eight: has(8, longBytes),
      four: has(4, 8),
      one: has(1, 4),
    },
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

/** Where in a long phrase the windows lie that others share least: what counts is the commonest of the four. */
function rarest(view: DataView, start: number, length: number, seen: Int32Array): number {
  const commonness = (at: number) => seen[windowHash(view, start + at, 8) >>> (32 - countBits)] ?? 0
  let best = 0
  let fewest = Number.POSITIVE_INFINITY
  for (let offset = 0; offset + longBytes <= length && fewest > 1; offset++) {
    let most = 0
    for (let place = 0; place < stride && most < fewest; place++) most = Math.max(most, commonness(offset + place))
    if (most >= fewest) continue
    fewest = most
    best = offset
  }
  return best
}
