import type { StripCell, StripKind } from '@/lib/core/trajectory/strip'
import { stripPaths } from './strip-geometry'

const tones: Record<StripKind, { fill: string; stroke: string }> = {
  match: { fill: 'fill-match', stroke: 'stroke-match' },
  arguments: { fill: 'fill-arguments', stroke: 'stroke-arguments' },
  extra: { fill: 'fill-extra', stroke: 'stroke-extra' },
  missing: { fill: 'fill-missing', stroke: 'stroke-missing' },
  reordered: { fill: 'fill-reordered', stroke: 'stroke-reordered' },
  'no gold': { fill: 'fill-faint', stroke: 'stroke-faint' },
  talk: { fill: 'fill-line', stroke: 'stroke-field' },
}

const CAP = 10

/** The picture of a trajectory: a path for each kind of cell, ticks for flags, and the reward as the cap at its end. */
export function StripDrawing({
  cells,
  reward,
  pitch,
  scale = 1,
  calm = false,
  current = null,
}: {
  cells: readonly StripCell[]
  reward: number | null
  pitch: number
  scale?: number
  /** Whether the reward was reached by other actions: then what is missing is no fault. */
  calm?: boolean
  current?: number | null
}) {
  const width = cells.length * pitch
  const { kinds, ticks } = stripPaths(cells, pitch)
  return (
    <svg
      aria-hidden
      width={(width + CAP) * scale}
      height={16 * scale}
      viewBox={`0 0 ${width + CAP} 16`}
      className="block shrink-0 overflow-visible"
    >
      {current !== null && (
        <rect
          x={current * pitch}
          y={3.5}
          width={Math.max(pitch, 2)}
          height={12.5}
          rx={1.5}
          className="fill-wash stroke-accent"
          strokeWidth={0.5}
        />
      )}
      {[...kinds].map(([kind, { fill, stroke }]) => {
        const tone = tones[calm && kind === 'missing' ? 'no gold' : kind]
        return (
          <g key={kind}>
            {fill !== '' && <path d={fill} className={tone.fill} />}
            {stroke !== '' && <path d={stroke} fill="none" strokeWidth={1.25} className={tone.stroke} />}
          </g>
        )
      })}
      {ticks !== '' && <path d={ticks} fill="none" strokeWidth={1.5} className="stroke-flag" />}
      <RewardCap reward={reward} left={width + 4} />
    </svg>
  )
}

/** Filled as far as the reward reaches; dashed where there is none. */
function RewardCap({ reward, left }: { reward: number | null; left: number }) {
  const share = Math.min(1, Math.max(0, reward ?? 0))
  return (
    <>
      <rect
        x={left}
        y={4}
        width={4}
        height={11}
        fill="none"
        strokeWidth={1}
        strokeDasharray={reward === null ? '1.5 1.5' : undefined}
        className="stroke-dim"
      />
      {share > 0 && <rect x={left} y={4 + 11 * (1 - share)} width={4} height={11 * share} className="fill-dim" />}
    </>
  )
}
