/** The parts of a call as a set of 64 bits, which may coincide: good for ranking, never for equality. */
export type Signature = { low: number; high: number }

const none: Signature = { low: 0, high: 0 }

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

/** FNV-1a over code units. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  return Math.imul(value ^ (value >>> 15), 0x2c1b3c6d)
}

/** 0 for nothing in common to 15 for the same parts, as far as signatures show (Jaccard). */
export function likeness(a: Signature = none, b: Signature = none): number {
  const shared = bits(a.low & b.low) + bits(a.high & b.high)
  const all = bits(a.low | b.low) + bits(a.high | b.high)
  return all === 0 ? 15 : Math.floor((15 * shared) / all)
}

function bits(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
