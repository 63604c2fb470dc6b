import { cn } from '@/components/ui/class-names'
import type { AlignmentRow } from '@/lib/core/gold/row'
import type { NormaliserName } from '@/lib/core/gold/rules'
import type { SideBySide } from '@/lib/core/gold/side-by-side'
import type { GoldAction, StepReading } from '@/lib/data/reading'
import { cellKinds, toneOf } from './cell-kinds'
import type { FlagSpan } from './flag-mark'
import { GoldCell } from './gold-cell'
import { StepBody } from './step-body'

export type ReaderGold = {
  actions: GoldAction[]
  rows: AlignmentRow[]
  firstDivergence: number | null
  /** Whether the reward was reached by other actions: then no difference is a fault. */
  calm: boolean
  /** How the task tells calls apart. */
  normaliser: NormaliserName
}

const diverges = (row: AlignmentRow | null) => row !== null && row.kind !== 'match' && row.readOnly !== true

/** A step in the reader, or a gold action that no step carried out; its own link, and what the keys walk over. */
export function ReaderLine({
  line: { row, step: index },
  step,
  gold,
  flags,
  stepsHref,
}: {
  line: SideBySide
  step: StepReading | null
  gold: ReaderGold | null
  flags: readonly FlagSpan[]
  stepsHref: string
}) {
  const place = (row?.gold ?? 0) + 1
  return (
    <article
      id={index === null ? `gold-${place}` : `step-${index}`}
      aria-label={index === null ? `Gold action ${place}, missing` : `Step ${index}`}
      tabIndex={-1}
      data-line
      data-step={index ?? undefined}
      data-divergence={diverges(row) ? '' : undefined}
      className={cn(
        'grid grid-cols-[2.25rem_minmax(0,1fr)] border-l-2 border-l-transparent scroll-mt-10 py-2.5 max-lg:scroll-mt-18 max-sm:scroll-mt-10 pr-2 outline-none target:border-l-accent data-current:border-l-accent data-current:bg-wash/30',
        gold !== null && 'beside:grid-cols-[2.25rem_minmax(0,1fr)_2rem_minmax(0,23rem)]',
      )}
    >
      {index === null ? <span /> : <StepNumber index={index} turn={step?.turn ?? index} />}
      {step === null ? (
        <span className="stacked:hidden" />
      ) : (
        <StepBody step={step} flags={flags} stepsHref={stepsHref} />
      )}
      {row !== null && gold !== null && <GoldSide row={row} step={step} gold={gold} />}
    </article>
  )
}

function GoldSide({ row, step, gold }: { row: AlignmentRow; step: StepReading | null; gold: ReaderGold }) {
  const { glyph, word } = cellKinds[row.kind]
  const text = toneOf(row, gold.calm)
  const action = row.gold === null ? null : (gold.actions[row.gold] ?? null)
  const other = row.pair === undefined ? null : (gold.rows[row.pair]?.step ?? null)
  return (
    <>
      <span
        role="img"
        aria-label={word}
        title={word}
        className={cn('pt-0.5 text-center font-mono text-base stacked:hidden', text)}
      >
        {glyph}
      </span>
      <div className="flex gap-2 stacked:col-start-2 stacked:mt-1.5">
        <span aria-hidden className={cn('font-mono beside:hidden', text)}>
          {glyph}
        </span>
        <div className="min-w-0 flex-1">
          <GoldCell
            row={row}
            action={action}
            step={step}
            otherStep={other}
            calm={gold.calm}
            normaliser={gold.normaliser}
          />
        </div>
      </div>
    </>
  )
}

/** The number stands in the margin, is the link to the step, and never changes. */
function StepNumber({ index, turn }: { index: number; turn: number }) {
  return (
    <a
      href={`#step-${index}`}
      title={turn === index ? `Link to step ${index}` : `Link to step ${index}, turn ${turn}`}
      className="h-6 pr-2 text-right text-faint text-xs leading-6 tabular-nums hover:text-accent"
    >
      {index}
    </a>
  )
}
