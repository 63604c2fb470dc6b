import { GrowingBytes } from './growing-bytes'
import { jsonSurface, type Spelling, type Surface, unstable } from './json-surface'
import { phraseIndex } from './phrase-index'
import type { Prefilter } from './prefilter'
import { blockBytes, LevelBuilder, levelShapes } from './window-level'
import { WindowRarity } from './window-rarity'

/** Bytes [from, to) of a text whose surface must be found. */
export type Claim = {
  from: number
  to: number
  /** The text that the claim stands for alone; -1 for an n-gram. */
  owner: number
  /** The first byte may be missing where it is a space: an added one stands for it. */
  space: boolean
}

/** A claim shorter than this in ASCII alone is better searched for with its other characters. */
const enough = 11

const nonAscii = /[\u0080-\uffff]/

/** Lays out what a prefilter searches for. */
export class PrefilterBuilder {
  private readonly pool = new GrowingBytes()
  private readonly levels = levelShapes.map((shape) => new LevelBuilder(shape))
  private readonly tiny = new Map<string, { bytes: Uint8Array; owner: number }>()
  private spellings = false
  private unstable = false
  /** Something to be found has no whole character: bytes can't find it. */
  private blind = false

  constructor(private readonly conflated: string | null) {}

  /** Adds the claims of a text, in the order of their beginnings. */
  add(text: string, claims: readonly Claim[]): void {
    if (claims.length === 0) return
    const open = this.addSpelled(text, 'ascii', claims, nonAscii.test(text) ? enough : 0)
    if (open.length === 0) return
    this.spellings = true
    for (const spelling of ['raw', 'lower', 'upper'] as const) this.addSpelled(text, spelling, open, 0)
  }

  finish(): Prefilter | null {
    if (this.blind) return null
    const pool = this.pool.shared()
    const view = new DataView(pool.buffer)
    const tiny = [...this.tiny.values()]
    const rarity = new WindowRarity(view, this.pool.length)
    return {
      pool,
      levels: this.levels
        .map((level) => level.finish(pool, (start, end) => rarity.block(level.shape, start, end)))
        .filter((level) => level !== null),
      tiny: tiny.length === 0 ? null : phraseIndex(tiny),
      doubts: { conflated: this.conflated, spellings: this.spellings, unstable: this.unstable },
    }
  }

  /** Adds the claims that this spelling gives at least so many bytes, and returns the others. */
  private addSpelled(text: string, spelling: Spelling, claims: readonly Claim[], least: number): Claim[] {
    const surface = jsonSurface(text, spelling, this.conflated)
    const base = this.pool.append(surface.bytes)
    return claims.filter((claim) => {
      const { from, to, isWhole } = stableRun(surface, claim)
      if (to - from < least) return true
      this.place(base + from, base + to, claim.owner, isWhole)
      return false
    })
  }

  private place(from: number, to: number, owner: number, isWhole: boolean): void {
    const level = this.levels.find(({ shape }) => to - from >= blockBytes(shape))
    if (level) level.add(from, to, owner)
    else if (!isWhole) this.unstable = true
    else if (to <= from) this.blind = true
    else {
      const bytes = this.pool.slice(from, to)
      this.tiny.set(`${owner} ${Buffer.from(bytes).toString('latin1')}`, { bytes, owner })
    }
  }
}

/** The longest part of a claim's surface in which every place is stable, and whether that is all of it. */
function stableRun({ bytes, starts, ends, broken }: Surface, claim: Claim) {
  const first = starts[claim.from] ?? 0
  const start = claim.space && bytes[first] === 0x20 ? first + 1 : first
  const end = ends[claim.to] ?? 0
  if (!broken) return { from: start, to: end, isWhole: true }
  let [from, to] = [start, start]
  for (let at = start, begin = start; at <= end; at++) {
    if (at < end && bytes[at] !== unstable) continue
    if (at - begin > to - from) [from, to] = [begin, at]
    begin = at + 1
  }
  return { from, to, isWhole: to - from === end - start }
}
