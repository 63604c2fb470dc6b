import type { Route } from 'next'
import { cn } from '@/components/ui/class-names'
import type { SideBySide } from '@/lib/core/gold/side-by-side'
import type { StepReading } from '@/lib/data/reading'
import type { FlagSpan } from './flag-mark'
import { GoldHead } from './gold-head'
import type { ReaderView } from './reader-address'
import { type ReaderGold, ReaderLine } from './reader-line'

/**
 * The steps with gold beside them, row by row; unified, or under 768 pixels, gold stands inside the row. Lines come from
 * sideBySide. Without gold the steps have the width to themselves.
 */
export function StepList({
  lines,
  steps,
  gold,
  flags = new Map(),
  view,
  otherViewHref,
  stepsHref,
}: {
  lines: readonly SideBySide[]
  steps: readonly StepReading[]
  gold: ReaderGold | null
  flags?: ReadonlyMap<number, readonly FlagSpan[]>
  view: ReaderView
  otherViewHref: Route
  stepsHref: string
}) {
  const byIndex = new Map(steps.map((step) => [step.index, step]))
  return (
    <div data-view={view}>
      {gold !== null && <GoldHead view={view} otherViewHref={otherViewHref} normaliser={gold.normaliser} />}
      <ol aria-label="Steps" className={gold === null ? 'max-w-5xl' : 'divide-y'}>
        {lines.map((line) => {
          const index = line.step ?? 0
          const step = byIndex.get(index) ?? null
          const key = line.step === null ? `gold-${line.row?.gold}` : `step-${line.step}`
          return (
            <li key={key}>
              {line.at !== null && line.at === gold?.firstDivergence && <DivergenceMark calm={gold.calm} />}
              <ReaderLine line={line} step={step} gold={gold} flags={flags.get(index) ?? []} stepsHref={stepsHref} />
            </li>
          )
        })}
      </ol>
    </div>
  )
}

function DivergenceMark({ calm }: { calm: boolean }) {
  return (
    <p className={cn('flex items-center gap-2 py-1 text-xs', calm ? 'text-faint' : 'text-missing')}>
      <span aria-hidden className="h-px w-8 bg-current" />
      first divergence
      <span aria-hidden className="h-px flex-1 bg-current opacity-30" />
    </p>
  )
}
