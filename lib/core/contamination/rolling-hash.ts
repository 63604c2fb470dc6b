/** Each step of the rolling hash of an n-gram multiplies by this odd number, modulo 2^32. */
export const factor = 0x01000193

/** What the oldest token of an n-gram of `length` tokens was multiplied by: it leaves the hash by this. */
export function oldestFactor(length: number): number {
  let power = 1
  for (let i = 1; i < length; i++) power = Math.imul(power, factor)
  return power
}

/** Spreads a rolling hash over all its bits; tables read the upper ones. */
export function spread(hash: number): number {
  const folded = Math.imul(hash ^ (hash >>> 15), 0x9e3779b1)
  return Math.imul(folded ^ (folded >>> 13), 0x85ebca6b)
}
