import { blockBytes, hashEight, hashFour, type LevelShape } from './window-level'

const bits = 20

/** How often short windows stand in the surfaces of the test side, as far as hashes tell: what is common there is common. */
export class WindowRarity {
  private readonly fours = new Uint16Array(2 ** bits)
  private readonly eights = new Uint16Array(2 ** bits)

  /** @param view  the pool of surfaces, `length` bytes of it */
  constructor(
    private readonly view: DataView,
    length: number,
  ) {
    for (let at = 0; at + 4 <= length; at++) {
      raise(this.fours, slotOfFour(view, at))
      if (at + 8 <= length) raise(this.eights, slotOfEight(view, at))
    }
  }

  /**
   * Where in the stretch [start, end) the best block begins: all of its windows hold what lies in its middle, so that is
   * the rarest there is; of equal places it is the last one, which more stretches share.
   */
  block(shape: LevelShape, start: number, end: number): number {
    let best = end - blockBytes(shape)
    if (shape.width === 4) return best
    let fewest = this.core(shape, best)
    for (let at = best - 1; at >= start && fewest > 1; at--) {
      const count = this.core(shape, at)
      if (count >= fewest) continue
      fewest = count
      best = at
    }
    return best
  }

  private core({ width, stride }: LevelShape, block: number): number {
    const { view } = this
    const at = block + stride - 1
    if (width === 8) return Math.min(this.fours[slotOfFour(view, at)] ?? 0, this.fours[slotOfFour(view, at + 1)] ?? 0)
    return Math.min(this.eights[slotOfEight(view, at)] ?? 0, this.eights[slotOfEight(view, at + 1)] ?? 0)
  }
}

const slotOfFour = (view: DataView, at: number) => hashFour(view.getInt32(at, true)) >>> (32 - bits)
const slotOfEight = (view: DataView, at: number) =>
  hashEight(view.getInt32(at, true), view.getInt32(at + 4, true)) >>> (32 - bits)

function raise(counts: Uint16Array, slot: number): void {
  const count = counts[slot] ?? 0
  if (count < 0xffff) counts[slot] = count + 1
}
