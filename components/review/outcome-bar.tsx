import type { Route } from 'next'
import Link from 'next/link'
import { cn } from '@/components/ui/class-names'
import { type Outcome, outcomes } from '@/lib/core/review/verdict'
import { OutcomeMark } from './outcome-mark'

const fills: Record<Outcome, string> = {
  open: 'bg-line',
  accepted: 'bg-accept',
  fix: 'bg-fix',
  rejected: 'bg-reject',
  disputed: 'bg-disputed',
}

const percent = (share: number) => (share > 0 && share < 0.01 ? '< 1 %' : `${Math.round(share * 100)} %`)

/** Where all verdicts stand, as one bar; under it every outcome with its count, which leads to its list. */
export function OutcomeBar({ counts, hrefs }: { counts: Record<Outcome, number>; hrefs: Record<Outcome, Route> }) {
  const total = outcomes.reduce((sum, outcome) => sum + counts[outcome], 0)
  const decided = outcomes.filter((outcome) => outcome !== 'open').toReversed()
  const shown = [...decided, 'open' as const].filter((outcome) => counts[outcome] > 0)
  return (
    <div className="space-y-2">
      <div aria-hidden className="flex h-2 gap-px overflow-hidden rounded-sm">
        {shown.map((outcome) => (
          <span
            key={outcome}
            className={cn('min-w-1', fills[outcome])}
            style={{ width: `${(counts[outcome] / total) * 100}%` }}
          />
        ))}
      </div>
      <ul className="flex flex-wrap gap-x-6 gap-y-1">
        {shown.map((outcome) => (
          <li key={outcome}>
            <Link href={hrefs[outcome]} className="flex min-h-6 items-center gap-2 rounded-sm hover:bg-well">
              <OutcomeMark outcome={outcome} />
              <span className="tabular-nums">{counts[outcome].toLocaleString('en')}</span>
              <span className="text-faint text-xs tabular-nums">{percent(counts[outcome] / total)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
