import type { LineMarks } from './line-marks'
import { hashEight, hashFour, hashSixteen, type WindowLevel } from './window-level'

/** Marks every line of the chunk that holds a stretch of the level. `done` says which owners need no more finding. */
export function scanLevel(
  level: WindowLevel,
  pool: Uint8Array,
  marks: LineMarks,
  done: (text: number) => boolean,
): void {
  if (level.width === 16) scanSixteen(level, pool, marks, done)
  else if (level.width === 8) scanEight(level, pool, marks, done)
  else scanFour(level, pool, marks, done)
}

type Done = (text: number) => boolean

function scanSixteen(level: WindowLevel, pool: Uint8Array, marks: LineMarks, done: Done): void {
  const { filter, filterBits } = level
  const { words } = marks
  const shift = 32 - filterBits
  const end = (marks.end >> 2) - 1
  let before = hashEight(words[0] ?? 0, words[1] ?? 0)
  for (let at = 2; at < end; at += 2) {
    const here = hashEight(words[at] ?? 0, words[at + 1] ?? 0)
    const hash = hashSixteen(before, here)
    before = here
    const bit = hash >>> shift
    if ((((filter[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) === 0) continue
    if (holds(level, pool, marks, hash, 4 * (at - 2), done)) {
      at = Math.max(at, (marks.mark(4 * (at - 2)) >> 3) << 1)
      before = hashEight(words[at] ?? 0, words[at + 1] ?? 0)
    }
  }
}

function scanEight(level: WindowLevel, pool: Uint8Array, marks: LineMarks, done: Done): void {
  const { filter, filterBits } = level
  const { words } = marks
  const shift = 32 - filterBits
  const end = marks.end >> 2
  let before = words[0] ?? 0
  for (let at = 1; at < end; at++) {
    const here = words[at] ?? 0
    const hash = hashEight(before, here)
    before = here
    const bit = hash >>> shift
    if ((((filter[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) === 0) continue
    if (holds(level, pool, marks, hash, 4 * (at - 1), done)) {
      at = Math.max(at, marks.mark(4 * (at - 1)) >> 2)
      before = words[at] ?? 0
    }
  }
}

function scanFour(level: WindowLevel, pool: Uint8Array, marks: LineMarks, done: Done): void {
  const { filter, filterBits } = level
  const { words } = marks
  const shift = 32 - filterBits
  const end = marks.end >> 2
  for (let at = 0; at < end; at++) {
    const hash = hashFour(words[at] ?? 0)
    const bit = hash >>> shift
    if ((((filter[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) === 0) continue
    if (holds(level, pool, marks, hash, 4 * at, done)) at = Math.max(at, (marks.mark(4 * at) >> 2) - 1)
  }
}

/** Whether a stretch of the level lies around the window that begins at `at` of the chunk. */
function holds(
  { stride, blocks, slots, slotBits, next, owners, firstStretch, stretchStarts, stretchEnds }: WindowLevel,
  pool: Uint8Array,
  { bytes, end }: LineMarks,
  hash: number,
  at: number,
  done: Done,
): boolean {
  for (let link = slots[hash >>> (32 - slotBits)] ?? 0; link !== 0; link = next[link - 1] ?? 0) {
    const block = Math.floor((link - 1) / stride)
    const place = (blocks[block] ?? 0) + ((link - 1) % stride)
    if (pool[place] !== bytes[at] || pool[place + 3] !== bytes[at + 3]) continue
    const owner = owners[block] ?? -1
    if (owner >= 0 && done(owner)) continue
    const first = firstStretch[block] ?? 0
    const last = (firstStretch[block + 1] ?? 0) - 1
    const limit = stretchEnds[last] ?? 0
    let to = 0
    while (place + to < limit && at + to < end && pool[place + to] === bytes[at + to]) to++
    const floor = stretchStarts[first] ?? 0
    let from = 0
    while (place - from > floor && at - from > 0 && pool[place - from - 1] === bytes[at - from - 1]) from++
    for (let stretch = first; stretch <= last; stretch++)
      if ((stretchStarts[stretch] ?? 0) >= place - from && (stretchEnds[stretch] ?? 0) <= place + to) return true
  }
  return false
}
