/** The parts of a call as a set of 64 bits, which may coincide: good for ranking, never for equality. */
export type Signature = { low: number; high: number }

/** The signature of a call's parts. */
export function signature(features: readonly string[]): Signature {
  let low = 0
  let high = 0
  for (const feature of features) {
    const bit = hash(feature) >>> 26
    if (bit < 32) low |= 1 << bit
    else high |= 1 << (bit - 32)
  }
  return { low, high }
}

/** FNV-1a over code units, mixed once more for its upper bits. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  return Math.imul(value ^ (value >>> 15), 0x2c1b3c6d)
}

/** How many bits of two 32-bit words are set. */
export function bitCount(low: number, high: number): number {
  const a = low - ((low >>> 1) & 0x55555555)
  const b = high - ((high >>> 1) & 0x55555555)
  const fours = (a & 0x33333333) + ((a >>> 2) & 0x33333333) + (b & 0x33333333) + ((b >>> 2) & 0x33333333)
  return Math.imul((fours & 0x0f0f0f0f) + ((fours >>> 4) & 0x0f0f0f0f), 0x01010101) >>> 24
}
