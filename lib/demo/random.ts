/** Four 32-bit words of a seed text (cyrb128, public domain). */
function words(text: string): [number, number, number, number] {
  let a = 1779033703
  let b = 3144134277
  let c = 1013904242
  let d = 2773480762
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    a = b ^ Math.imul(a ^ code, 597399067)
    b = c ^ Math.imul(b ^ code, 2869860233)
    c = d ^ Math.imul(c ^ code, 951274213)
    d = a ^ Math.imul(d ^ code, 2716044179)
  }
  a = Math.imul(c ^ (a >>> 18), 597399067)
  b = Math.imul(d ^ (b >>> 22), 2869860233)
  c = Math.imul(a ^ (c >>> 17), 951274213)
  d = Math.imul(b ^ (d >>> 19), 2716044179)
  return [a ^ b ^ c ^ d, b ^ a, c ^ a, d ^ a]
}

/**
 * A stream of chance that depends on its seed alone: sfc32 (Chris Doty-Humphrey, PractRand) behind a text seed.
 * fork gives a stream that does not depend on how much of this one was used, so that adding a draw in one place
 * changes nothing elsewhere.
 */
export class Random {
  private a: number
  private b: number
  private c: number
  private d: number

  constructor(readonly seed: string) {
    ;[this.a, this.b, this.c, this.d] = words(seed)
    for (let i = 0; i < 12; i += 1) this.next()
  }

  fork(label: string | number): Random {
    return new Random(`${this.seed}/${label}`)
  }

  /** Uniform in [0, 1). */
  next(): number {
    const t = (((this.a + this.b) | 0) + this.d) | 0
    this.d = (this.d + 1) | 0
    this.a = this.b ^ (this.b >>> 9)
    this.b = (this.c + (this.c << 3)) | 0
    this.c = (((this.c << 21) | (this.c >>> 11)) + t) | 0
    return (t >>> 0) / 4294967296
  }

  chance(share: number): boolean {
    return this.next() < share
  }

  /** An integer of low..high, both included. */
  between(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1))
  }

  /** @throws RangeError when there is nothing to choose from */
  pick<T>(from: readonly T[]): T {
    const chosen = from[Math.floor(this.next() * from.length)]
    if (chosen === undefined) throw new RangeError('nothing to choose from')
    return chosen
  }

  /** One of the values, as likely as its weight. */
  weighted<T>(from: readonly (readonly [value: T, weight: number])[]): T {
    let left = this.next() * from.reduce((sum, [, weight]) => sum + weight, 0)
    for (const [value, weight] of from) {
      left -= weight
      if (left < 0) return value
    }
    return this.pick(from)[0]
  }

  shuffle<T>(list: readonly T[]): T[] {
    const pool = [...list]
    const shuffled: T[] = []
    while (pool.length > 0) shuffled.push(...pool.splice(Math.floor(this.next() * pool.length), 1))
    return shuffled
  }

  sample<T>(list: readonly T[], count: number): T[] {
    return this.shuffle(list).slice(0, count)
  }
}

/** One seeded permutation of 0..size-1 without keeping it: where the index-th element goes. */
export function scatter(index: number, size: number, seed: number): number {
  if (size < 2) return 0
  let stride = (Math.floor(size * 0.6180339887) + seed) % size || 1
  while (gcd(stride, size) !== 1) stride = (stride % size) + 1
  return (index * stride + seed) % size
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b)
}
