import type { MergePiece } from './merge-piece'

const bits = 16
const keyBits = 5
const wordBits = keyBits - 2
const tokenRoom = 16

/** What keeps the first bytes of a word, by how many they are; four and more keep all. */
const kept = Int32Array.of(0, 0xff, 0xffff, 0xffffff)

/**
 * The tokens of pieces of up to 32 bytes and 16 tokens. Keys are compared whole; a newcomer drives out what was there.
 */
export class LongPieces {
  static readonly widest = 1 << keyBits
  private readonly keys = new Int32Array(1 << (bits + wordBits))
  private readonly sizes = new Uint16Array(1 << bits) // bytes << 8 | tokens; 0: empty
  private readonly tokens = new Uint16Array(tokenRoom << bits)

  constructor(private readonly merge: MergePiece) {}

  /** Writes the tokens of bytes [from, to) at `at` and returns how many they are. Three bytes behind are readable. */
  write(bytes: Uint8Array, view: DataView, from: number, to: number, out: Int32Array, at: number): number {
    const { keys, sizes, tokens } = this
    const length = to - from
    const last = from + (length & ~3)
    const rest = length & 3
    const tail = rest === 0 ? 0 : view.getInt32(last, true) & (kept[rest] ?? 0)
    let hash = Math.imul(tail ^ length, 0x85ebca6b)
    for (let i = from; i < last; i += 4) hash = Math.imul(hash ^ view.getInt32(i, true), 0x9e3779b1) ^ (hash >>> 15)
    const slot = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b) >>> (32 - bits)
    const key = slot << wordBits
    const place = slot * tokenRoom
    const size = sizes[slot] ?? 0
    let same = size >> 8 === length && (rest === 0 || keys[key + (length >> 2)] === tail)
    for (let i = from, word = key; same && i < last; i += 4) same = keys[word++] === view.getInt32(i, true)
    if (same) {
      const known = size & 0xff
      for (let i = 0; i < known; i++) out[at + i] = tokens[place + i] ?? 0
      return known
    }
    const count = this.merge(bytes, from, to, out, at)
    if (count > tokenRoom) return count
    sizes[slot] = (length << 8) | count
    for (let i = from, word = key; i < last; i += 4) keys[word++] = view.getInt32(i, true)
    if (rest > 0) keys[key + (length >> 2)] = tail
    for (let i = 0; i < count; i++) tokens[place + i] = out[at + i] ?? 0
    return count
  }
}
