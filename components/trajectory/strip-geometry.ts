import type { StripCell, StripKind } from '@/lib/core/trajectory/strip'

/** Where cells of one kind are: paths to fill, paths to stroke. Units are pixels; a row is 16 high, its axis at 9.5. */
export type StripPaths = { fill: string; stroke: string }

const axis = 9.5

const disc = (x: number, r: number) => `M${x - r} ${axis}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`

/** From 6 pixels on, each kind has its glyph. */
const glyphs: Record<StripKind, (x: number) => StripPaths> = {
  match: (x) => ({ fill: disc(x, 2.75), stroke: '' }),
  arguments: (x) => ({
    fill: `M${x} ${axis - 2.75}a2.75 2.75 0 0 0 0 5.5z`,
    stroke: `M${x} ${axis - 2.25}a2.25 2.25 0 0 1 0 4.5`,
  }),
  extra: (x) => ({ fill: '', stroke: `M${x - 2.75} ${axis}h5.5M${x} ${axis - 2.75}v5.5` }),
  missing: (x) => ({ fill: '', stroke: `M${x - 2.75} ${axis}h5.5` }),
  reordered: (x) => ({
    fill: `M${x - 3.2} ${axis - 1}l1.6 -2.2l1.6 2.2zM${x} ${axis + 1}l1.6 2.2l1.6 -2.2z`,
    stroke: `M${x - 1.6} ${axis - 1.5}v4.2M${x + 1.6} ${axis + 1.5}v-4.2`,
  }),
  'no gold': (x) => ({ fill: disc(x, 1.25), stroke: '' }),
  talk: (x) => ({ fill: '', stroke: `M${x} ${axis - 2}v4` }),
}

/** Narrower than that, a bar whose place on the axis tells the kinds apart: on it, above, below, broken. */
const bars: Record<StripKind, { top: number; height: number }[]> = {
  match: [{ top: axis - 3.5, height: 7 }],
  arguments: [{ top: axis, height: 3.5 }],
  extra: [{ top: axis - 6, height: 4 }],
  missing: [{ top: axis + 2.5, height: 4 }],
  reordered: [
    { top: axis - 5, height: 2.5 },
    { top: axis + 2.5, height: 2.5 },
  ],
  'no gold': [{ top: axis - 1.25, height: 2.5 }],
  talk: [{ top: axis - 0.5, height: 1 }],
}

const bar = (kind: StripKind, left: number, width: number) =>
  bars[kind].map(({ top, height }) => `M${left} ${top}h${width}v${height}h${-width}z`).join('')

const round = (value: number) => Math.round(value * 100) / 100

/** The paths of every kind that occurs, and of the ticks that mark flags, for cells `pitch` pixels wide. */
export function stripPaths(
  cells: readonly StripCell[],
  pitch: number,
): { kinds: Map<StripKind, StripPaths>; ticks: string } {
  const kinds = new Map<StripKind, StripPaths>()
  let ticks = ''
  for (const [at, { kind, flagged }] of cells.entries()) {
    const left = round(at * pitch)
    const centre = round(left + pitch / 2)
    const drawn =
      pitch >= 6 ? glyphs[kind](centre) : { fill: bar(kind, left, round(pitch - Math.min(1, pitch / 4))), stroke: '' }
    const before = kinds.get(kind) ?? { fill: '', stroke: '' }
    kinds.set(kind, { fill: before.fill + drawn.fill, stroke: before.stroke + drawn.stroke })
    if (flagged) ticks += `M${centre} 0v3`
  }
  return { kinds, ticks }
}

/** Pixels for each cell: 8 where they fit, less where there are many. */
export const stripPitch = (count: number, width: number) => Math.min(8, width / Math.max(1, count))
