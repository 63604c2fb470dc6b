import { filterShift } from './gram-index'
import type { LineMarks } from './line-marks'
import { hashEight, hashFour, hashSixteen, type WindowLevel } from './window-level'

type Done = (text: number) => boolean

/** Words at which a window begins that may be one of the level. Reused from chunk to chunk. */
let candidates = new Int32Array(1 << 18)

/** Marks every line of the chunk that holds a stretch of the level. `done` says which owners need no more finding. */
export function scanLevel(level: WindowLevel, pool: Uint8Array, marks: LineMarks, done: Done): void {
  const end = marks.end >> 2
  if (candidates.length < end) candidates = new Int32Array(end)
  const count = probes[level.width](level.filter, filterShift(level.filter), marks.words, end, candidates)
  let behind = 0
  for (let i = 0; i < count; i++) {
    const word = candidates[i] ?? 0
    if (4 * word + level.width <= behind) continue
    const hash = hashAt(level, marks.words, word)
    if (holds(level, pool, marks, hash, 4 * word, done)) behind = marks.mark(4 * word)
  }
}

type Probe = (filter: Int32Array, shift: number, words: Int32Array, end: number, found: Int32Array) => number

// The loops over every word hold nothing else, and their hashes (those of window-level) are spelled out: whatever the
// compiler doesn't inline here halves their speed.

const probes: Record<WindowLevel['width'], Probe> = {
  16: (filter, shift, words, end, found) => {
    let count = 0
    const [first, second] = [words[0] ?? 0, words[1] ?? 0]
    const spread = Math.imul(second, 0xc2b2ae35)
    let before = Math.imul((Math.imul(first, 0x9e3779b1) + (spread ^ (spread >>> 15))) | 0, 0x85ebca6b)
    for (let at = 2; at < end - 1; at += 2) {
      const upper = Math.imul(words[at + 1] ?? 0, 0xc2b2ae35)
      const here = Math.imul((Math.imul(words[at] ?? 0, 0x9e3779b1) + (upper ^ (upper >>> 15))) | 0, 0x85ebca6b)
      const hash = (Math.imul(before ^ (before >>> 15), 0x27d4eb2f) + here) | 0
      before = here
      const mixed = Math.imul(hash, 0x2c1b3c6d) >>> 22
      const bits = (1 << mixed) | (1 << (mixed >>> 5))
      if (((filter[hash >>> shift] ?? 0) & bits) === bits) found[count++] = at - 2
    }
    return count
  },
  8: (filter, shift, words, end, found) => {
    let count = 0
    let before = words[0] ?? 0
    for (let at = 1; at < end; at++) {
      const here = words[at] ?? 0
      const upper = Math.imul(here, 0xc2b2ae35)
      const hash = Math.imul((Math.imul(before, 0x9e3779b1) + (upper ^ (upper >>> 15))) | 0, 0x85ebca6b)
      before = here
      const mixed = Math.imul(hash, 0x2c1b3c6d) >>> 22
      const bits = (1 << mixed) | (1 << (mixed >>> 5))
      if (((filter[hash >>> shift] ?? 0) & bits) === bits) found[count++] = at - 1
    }
    return count
  },
  4: (filter, shift, words, end, found) => {
    let count = 0
    for (let at = 0; at < end; at++) {
      const word = words[at] ?? 0
      const hash = Math.imul(Math.imul(word, 0x27d4eb2f) ^ (word >>> 13), 0x9e3779b1)
      const mixed = Math.imul(hash, 0x2c1b3c6d) >>> 22
      const bits = (1 << mixed) | (1 << (mixed >>> 5))
      if (((filter[hash >>> shift] ?? 0) & bits) === bits) found[count++] = at
    }
    return count
  },
}

function hashAt({ width }: WindowLevel, words: Int32Array, at: number): number {
  if (width === 4) return hashFour(words[at] ?? 0)
  const first = hashEight(words[at] ?? 0, words[at + 1] ?? 0)
  return width === 8 ? first : hashSixteen(first, hashEight(words[at + 2] ?? 0, words[at + 3] ?? 0))
}

/** Whether a stretch of the level lies around the window that begins at `at` of the chunk. */
function holds(
  level: WindowLevel,
  pool: Uint8Array,
  { bytes, end }: LineMarks,
  hash: number,
  at: number,
  done: Done,
): boolean {
  const { width, stride, places, slots, slotBits, next } = level
  for (let link = slots[hash >>> (32 - slotBits)] ?? 0; link !== 0; link = next[link - 1] ?? 0) {
    const place = places[link - 1] ?? 0
    const before = (link - 1) & (stride - 1)
    let same = -before
    const behind = width + stride - 1 - before
    while (same < behind && pool[place + same] === bytes[at + same]) same++
    if (same === behind && holdsStretch(level, pool, bytes, end, (link - 1 - before) / stride, place, at, done))
      return true
  }
  return false
}

/** Whether one of the block's stretches lies in the chunk as its window does. */
function holdsStretch(
  { owners, firstStretch, stretchStarts, stretchEnds }: WindowLevel,
  pool: Uint8Array,
  bytes: Uint8Array,
  end: number,
  block: number,
  place: number,
  at: number,
  done: Done,
): boolean {
  const first = firstStretch[block] ?? 0
  const owner = owners[first] ?? -1
  if (owner >= 0 && done(owner)) return false
  const last = (firstStretch[block + 1] ?? 0) - 1
  const limit = stretchEnds[last] ?? 0
  let to = 0
  while (place + to < limit && at + to < end && pool[place + to] === bytes[at + to]) to++
  const floor = stretchStarts[first] ?? 0
  let from = 0
  while (place - from > floor && at - from > 0 && pool[place - from - 1] === bytes[at - from - 1]) from++
  for (let stretch = first; stretch <= last; stretch++)
    if ((stretchStarts[stretch] ?? 0) >= place - from && (stretchEnds[stretch] ?? 0) <= place + to) return true
  return false
}
