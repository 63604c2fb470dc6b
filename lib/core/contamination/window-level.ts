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
  /** Where each block begins in the pool. */
  blocks: Int32Array
  /** The first of each block's stretches; behind the last block, how many stretches there are. */
  firstStretch: Int32Array
  stretchStarts: Int32Array
  stretchEnds: Int32Array
  /** The text that a block stands for alone, or -1. */
  owners: Int32Array
  /** Entry + 1 by hash, linked by `next`; entry = block * stride + place. 0 is none. */
  slots: Int32Array
  slotBits: number
  next: Int32Array
  filter: Int32Array
  filterBits: number
}

/** Hashes of windows; a scan computes the same from aligned words. The upper bits are the good ones. */
export const hashFour = (word: number): number => Math.imul(Math.imul(word, 0x27d4eb2f) ^ (word >>> 13), 0x9e3779b1)
export const hashEight = (first: number, second: number): number =>
  Math.imul(Math.imul(first, 0x9e3779b1) ^ second ^ (first >>> 15), 0x85ebca6b)
export const hashSixteen = (first: number, second: number): number =>
  Math.imul(first ^ (first >>> 15), 0x27d4eb2f) + second

function hashWindow(view: DataView, at: number, width: number): number {
  if (width === 4) return hashFour(view.getInt32(at, true))
  const first = hashEight(view.getInt32(at, true), view.getInt32(at + 4, true))
  return width === 8 ? first : hashSixteen(first, hashEight(view.getInt32(at + 8, true), view.getInt32(at + 12, true)))
}

/** Gathers stretches and lays out their level. */
export class LevelBuilder {
  private readonly blocks = new GrowingInts()
  private readonly firstStretch = new GrowingInts()
  private readonly starts = new GrowingInts()
  private readonly ends = new GrowingInts()
  private readonly owners = new GrowingInts()

  constructor(readonly shape: LevelShape) {}

  /**
   * A stretch [start, end) of the pool, at least `blockBytes` long. One that holds the latest block joins it, unless it
   * has an owner: an owned stretch is searched until its owner has been found often enough.
   */
  add(start: number, end: number, owner = -1): void {
    const block = this.blocks.at(this.blocks.length - 1)
    const joins = this.blocks.length > 0 && owner < 0 && this.owners.at(this.owners.length - 1) < 0
    if (!joins || block < start || block + blockBytes(this.shape) > end) {
      this.blocks.push(end - blockBytes(this.shape))
      this.firstStretch.push(this.starts.length)
      this.owners.push(owner)
    }
    this.starts.push(start)
    this.ends.push(end)
  }

  /** The level, or null where it has nothing to find. */
  finish(pool: Uint8Array): WindowLevel | null {
    const count = this.blocks.length
    if (count === 0) return null
    this.firstStretch.push(this.starts.length)
    const { width, stride } = this.shape
    const slotBits = Math.max(8, bitsFor(2 * count * stride))
    const filterBits = Math.min(31, slotBits + 3)
    const level: WindowLevel = {
      width,
      stride,
      blocks: shared(this.blocks),
      firstStretch: shared(this.firstStretch),
      stretchStarts: shared(this.starts),
      stretchEnds: shared(this.ends),
      owners: shared(this.owners),
      slots: sharedInts(2 ** slotBits),
      slotBits,
      next: sharedInts(count * stride),
      filter: sharedInts(2 ** (filterBits - 5)),
      filterBits,
    }
    const view = new DataView(pool.buffer)
    for (let entry = 0; entry < count * stride; entry++) enter(level, view, entry)
    return level
  }
}

function enter(level: WindowLevel, view: DataView, entry: number): void {
  const { width, stride, blocks, slots, slotBits, next, filter, filterBits } = level
  const at = (blocks[Math.floor(entry / stride)] ?? 0) + (entry % stride)
  const hash = hashWindow(view, at, width)
  const slot = hash >>> (32 - slotBits)
  next[entry] = slots[slot] ?? 0
  slots[slot] = entry + 1
  const bit = hash >>> (32 - filterBits)
  filter[bit >>> 5] = (filter[bit >>> 5] ?? 0) | (1 << (bit & 31))
}

function shared(list: GrowingInts): Int32Array {
  const copy = sharedInts(list.length)
  copy.set(list.values.subarray(0, list.length))
  return copy
}
