import type { LongPieces } from './long-pieces'
import { tokenBits, tokenMask } from './merge-piece'

const bits = 16
const inlined = 3

/** What keeps the first `length` bytes of the words at 0 and at 4 of a piece. */
const firstMask = Int32Array.from({ length: 9 }, (_, length) => (length >= 4 ? -1 : (1 << (8 * length)) - 1))
const secondMask = Int32Array.from({ length: 9 }, (_, length) =>
  length <= 4 ? 0 : length === 8 ? -1 : (1 << (8 * (length - 4))) - 1,
)

/**
 * The tokens of pieces of at most eight bytes, which are nine of ten. A record is four words: the bytes, the sizes with
 * the third token, the first two tokens. Two neighbours share a hash, the newer one first. Keys are compared whole and a
 * newcomer drives out the older one: what is written never depends on what was read before.
 */
export class ShortPieces {
  static readonly widest = 8
  private readonly records = new Int32Array(4 << bits)

  constructor(private readonly longer: LongPieces) {}

  /** Writes the tokens of bytes [from, to) at `at`, up to two cells more, and returns how many they are. */
  write(bytes: Uint8Array, view: DataView, from: number, to: number, out: Int32Array, at: number): number {
    const { records } = this
    const length = to - from
    const first = view.getInt32(from, true) & (firstMask[length] ?? 0)
    const second = view.getInt32(from + 4, true) & (secondMask[length] ?? 0)
    const hash = Math.imul(Math.imul(first, 0x9e3779b1) ^ (second + length), 0x85ebca6b)
    const newer = (hash >>> (32 - bits)) << 2
    let record = newer
    if (records[record] !== first || records[record + 1] !== second || ((records[record + 2] ?? 0) & 15) !== length) {
      record ^= 4
      if (records[record] !== first || records[record + 1] !== second || ((records[record + 2] ?? 0) & 15) !== length)
        return this.learn(bytes, view, from, to, newer, first, second, out, at)
    }
    const sizes = records[record + 2] ?? 0
    const pair = records[record + 3] ?? 0
    out[at] = pair & tokenMask
    out[at + 1] = pair >>> tokenBits
    out[at + 2] = sizes >>> 8
    return (sizes >>> 4) & 15
  }

  private learn(
    bytes: Uint8Array,
    view: DataView,
    from: number,
    to: number,
    newer: number,
    first: number,
    second: number,
    out: Int32Array,
    at: number,
  ): number {
    const { records } = this
    const count = this.longer.write(bytes, view, from, to, out, at)
    if (count > inlined) return count
    records.copyWithin(newer ^ 4, newer, newer + 4)
    records[newer] = first
    records[newer + 1] = second
    records[newer + 2] = (to - from) | (count << 4) | (count > 2 ? (out[at + 2] ?? 0) << 8 : 0)
    records[newer + 3] = (out[at] ?? 0) | (count > 1 ? (out[at + 1] ?? 0) << tokenBits : 0)
    return count
  }
}
