import { GrowingInts } from './growing-ints'

/** Sequences of numbers, each kept once: equal sequences get the same number, counted from 0 in the order they came. */
export class SequenceSet {
  private slots = new Int32Array(1 << 10).fill(-1)
  private readonly pool = new GrowingInts(1 << 10)
  private readonly ends = new GrowingInts()

  get size(): number {
    return this.ends.length
  }

  /** The number of the sequence values[from … to). */
  add(values: Int32Array, from: number, to: number): number {
    let slot = this.slotOf(hashOf(values, from, to))
    for (let known = this.slots[slot] ?? -1; known !== -1; known = this.slots[slot] ?? -1) {
      if (this.holds(known, values, from, to)) return known
      slot = (slot + 1) & (this.slots.length - 1)
    }
    const number = this.size
    this.slots[slot] = number
    this.pool.append(values, from, to)
    this.ends.push(this.pool.length)
    if (2 * this.size > this.slots.length) this.widen()
    return number
  }

  start(number: number): number {
    return number === 0 ? 0 : this.ends.at(number - 1)
  }

  end(number: number): number {
    return this.ends.at(number)
  }

  /** The sequences one after another; `start` and `end` say where each lies. Valid until the next add. */
  get values(): Int32Array {
    return this.pool.values
  }

  taken(): { pool: Int32Array; ends: Int32Array } {
    return { pool: this.pool.taken(), ends: this.ends.taken() }
  }

  private holds(number: number, values: Int32Array, from: number, to: number): boolean {
    const start = this.start(number)
    if (this.end(number) - start !== to - from) return false
    const held = this.pool.values
    for (let i = 0; i < to - from; i++) if (held[start + i] !== values[from + i]) return false
    return true
  }

  private slotOf(hash: number): number {
    return hash & (this.slots.length - 1)
  }

  private widen(): void {
    this.slots = new Int32Array(2 * this.slots.length).fill(-1)
    for (let number = 0; number < this.size; number++) {
      let slot = this.slotOf(hashOf(this.pool.values, this.start(number), this.end(number)))
      while (this.slots[slot] !== -1) slot = (slot + 1) & (this.slots.length - 1)
      this.slots[slot] = number
    }
  }
}

function hashOf(values: Int32Array, from: number, to: number): number {
  let hash = to - from
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ (values[i] ?? 0), 0x9e3779b1) ^ (hash >>> 15)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  return hash ^ (hash >>> 13)
}
