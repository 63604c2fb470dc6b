import type { MergePiece } from './merge-piece'

const bits = 15
const keyBits = 5
const tokenRoom = 16

/**
 * The tokens of pieces of up to 32 bytes and 16 tokens. Keys are compared whole; a newcomer drives out what was there.
 */
export class LongPieces {
  static readonly widest = 1 << keyBits
  private readonly keys = new Uint8Array(1 << (bits + keyBits))
  private readonly sizes = new Uint16Array(1 << bits) // bytes << 8 | tokens; 0: empty
  private readonly tokens = new Uint16Array(tokenRoom << bits)

  constructor(private readonly merge: MergePiece) {}

  /** Writes the tokens of bytes [from, to) at `at` and returns how many they are. */
  write(bytes: Uint8Array, from: number, to: number, out: Int32Array, at: number): number {
    const { keys, sizes, tokens } = this
    const length = to - from
    let hash = length
    for (let i = from; i < to; i++) hash = Math.imul(hash ^ (bytes[i] ?? 0), 0x9e3779b1) ^ (hash >>> 15)
    const slot = Math.imul(hash, 0x85ebca6b) >>> (32 - bits)
    const key = slot << keyBits
    const place = slot * tokenRoom
    const size = sizes[slot] ?? 0
    let same = size >> 8 === length
    for (let i = 0; same && i < length; i++) same = keys[key + i] === bytes[from + i]
    if (same) {
      const known = size & 0xff
      for (let i = 0; i < known; i++) out[at + i] = tokens[place + i] ?? 0
      return known
    }
    const count = this.merge(bytes, from, to, out, at)
    if (count > tokenRoom) return count
    sizes[slot] = (length << 8) | count
    for (let i = 0; i < length; i++) keys[key + i] = bytes[from + i] ?? 0
    for (let i = 0; i < count; i++) tokens[place + i] = out[at + i] ?? 0
    return count
  }
}
