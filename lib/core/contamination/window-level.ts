import { filterBits, filterShift } from './gram-index'
import { GrowingInts } from './growing-ints'
import { bitsFor, sharedInts } from './shared-arrays'

/**
 * Byte windows of one width. Bytes under search are probed at every `stride`th place, so what is searched must be at
 * least `width + stride - 1` bytes long: then one probe falls inside it whatever its place.
 */
export type LevelShape = { width: 16 | 8 | 4; stride: 8 | 4 }

/** Long windows are seldom there by chance; short ones serve what is too short for those. */
export const levelShapes = [
  { width: 16, stride: 8 },
  { width: 8, stride: 4 },
  { width: 4, stride: 4 },
] as const satisfies readonly LevelShape[]

/** The fewest bytes that a level can find. */
export const blockBytes = ({ width, stride }: LevelShape): number => width + stride - 1

/**
 * What a level finds: *stretches* of the pool of surfaces. Neighbouring stretches share a block, whose windows, one for
 * each place a probe may fall on, are in the table. Plain data in shared memory.
 */
export type WindowLevel = LevelShape & {
  /** Where in the pool the window of each entry begins; entry = block * stride + place in the block. */
  places: Int32Array
  /** The first of each block's stretches; behind the last block, how many stretches there are. */
  firstStretch: Int32Array
  stretchStarts: Int32Array
  stretchEnds: Int32Array
  /** The text that a stretch stands for alone, or -1. Such a stretch is its block's only one. */
  owners: Int32Array
  /** Entry + 1 by hash, linked by `next`; 0 is none. */
  slots: Int32Array
  slotBits: number
  next: Int32Array
  /** A word by the upper bits of a hash, two of its bits by another: most probes end here. */
  filter: Int32Array
}

/** Hashes of windows; a scan computes the same from aligned words. The upper bits are the good ones. */
export const hashFour = (word: number): number => Math.imul(Math.imul(word, 0x27d4eb2f) ^ (word >>> 13), 0x9e3779b1)
export const hashEight = (first: number, second: number): number => {
  const spread = Math.imul(second, 0xc2b2ae35)
  return Math.imul((Math.imul(first, 0x9e3779b1) + (spread ^ (spread >>> 15))) | 0, 0x85ebca6b)
}
export const hashSixteen = (first: number, second: number): number =>
  (Math.imul(first ^ (first >>> 15), 0x27d4eb2f) + second) | 0

function hashWindow(view: DataView, at: number, width: number): number {
  if (width === 4) return hashFour(view.getInt32(at, true))
  const first = hashEight(view.getInt32(at, true), view.getInt32(at + 4, true))
  return width === 8 ? first : hashSixteen(first, hashEight(view.getInt32(at + 8, true), view.getInt32(at + 12, true)))
}

/** Gathers stretches of the pool, and lays out their level once all are known. */
export class LevelBuilder {
  private readonly starts = new GrowingInts()
  private readonly ends = new GrowingInts()
  private readonly owners = new GrowingInts()

  constructor(readonly shape: LevelShape) {}

  /**
   * A stretch [start, end), at least `blockBytes` long.
   *
   * @param owner  the text that it stands for alone, or -1: it is searched until that has been found often enough
   */
  add(start: number, end: number, owner: number): void {
    this.starts.push(start)
    this.ends.push(end)
    this.owners.push(owner)
  }

  /**
   * The level, or null where it has nothing to find.
   *
   * @param blockIn  where in a stretch its block begins
   */
  finish(pool: Uint8Array, blockIn: (start: number, end: number) => number): WindowLevel | null {
    if (this.starts.length === 0) return null
    const { width, stride } = this.shape
    const { blocks, firstStretch } = this.layBlocks(blockIn)
    const count = blocks.length
    const slotBits = Math.max(8, bitsFor(2 * count * stride))
    const level: WindowLevel = {
      width,
      stride,
      places: sharedInts(count * stride),
      firstStretch: shared(firstStretch),
      stretchStarts: shared(this.starts),
      stretchEnds: shared(this.ends),
      owners: shared(this.owners),
      slots: sharedInts(2 ** slotBits),
      slotBits,
      next: sharedInts(count * stride),
      filter: sharedInts(2 ** Math.max(4, slotBits - 1)),
    }
    const view = new DataView(pool.buffer)
    for (let entry = 0; entry < count * stride; entry++) {
      level.places[entry] = blocks.at(Math.floor(entry / stride)) + (entry % stride)
      enter(level, view, entry)
    }
    return level
  }

  /** A stretch that holds the latest block joins it; one with an owner is alone. */
  private layBlocks(blockIn: (start: number, end: number) => number) {
    const [blocks, firstStretch] = [new GrowingInts(), new GrowingInts()]
    const bytes = blockBytes(this.shape)
    let [block, isOpen] = [0, false]
    for (let stretch = 0; stretch < this.starts.length; stretch++) {
      const [start, end, owner] = [this.starts.at(stretch), this.ends.at(stretch), this.owners.at(stretch)]
      if (isOpen && owner < 0 && block >= start && block + bytes <= end) continue
      block = blockIn(start, end)
      isOpen = owner < 0
      blocks.push(block)
      firstStretch.push(stretch)
    }
    firstStretch.push(this.starts.length)
    return { blocks, firstStretch }
  }
}

function enter({ width, places, slots, slotBits, next, filter }: WindowLevel, view: DataView, entry: number) {
  const hash = hashWindow(view, places[entry] ?? 0, width)
  const slot = hash >>> (32 - slotBits)
  next[entry] = slots[slot] ?? 0
  slots[slot] = entry + 1
  const word = hash >>> filterShift(filter)
  filter[word] = (filter[word] ?? 0) | filterBits(hash)
}

function shared(list: GrowingInts): Int32Array {
  const copy = sharedInts(list.length)
  copy.set(list.values.subarray(0, list.length))
  return copy
}
