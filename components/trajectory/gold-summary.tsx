import type { Route } from 'next'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { Badge } from '@/components/ui/badge'
import { cn } from '@/components/ui/class-names'
import type { Mode } from '@/lib/core/gold/modes'
import type { GoldReading } from '@/lib/data/reading'
import { GoldMatchMark } from './gold-match-mark'
import { ModeBar } from './mode-bar'

const percent = (share: number | null) => (share === null ? '–' : `${Math.round(share * 100)} %`)

/** How the whole stands to gold: which gold, the modes and what each says, how much of it was reached. */
export function GoldSummary({
  golds,
  shown,
  match,
  mode,
  modeHrefs,
  goldHrefs,
}: {
  golds: readonly GoldReading[]
  shown: GoldReading | null
  match: string
  mode: Mode
  modeHrefs: Record<Mode, Route>
  goldHrefs: readonly Route[]
}) {
  if (shown === null) return <Line>No gold actions are known for this problem: there is nothing to compare with.</Line>
  if (shown.alignment === null) return <Line>Gold is there, but has not been aligned with this revision yet.</Line>
  const { alignment, actions, doubt } = shown
  const empty = actions.length === 0
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-xs">
      <GoldMatchMark match={match} />
      {golds.length > 1 && <GoldChoice golds={golds} shown={shown} hrefs={goldHrefs} />}
      {doubt !== 'none' && doubt !== 'dismissed' && (
        <Badge tone="warn" title={shown.doubtReason ?? undefined}>
          ? gold in doubt
        </Badge>
      )}
      {empty ? (
        <span className="text-dim">
          Gold: do nothing. {alignment.stateChanging === false ? 'Something was changed.' : 'Nothing was changed.'}
        </span>
      ) : (
        <>
          <ModeBar
            aligned={alignment}
            mode={mode}
            hrefs={modeHrefs}
            calm={match !== 'different' && match !== 'partial'}
          />
          <Metrics alignment={alignment} mode={mode} count={actions.length} />
        </>
      )}
    </div>
  )
}

function Metrics({
  alignment,
  mode,
  count,
}: {
  alignment: NonNullable<GoldReading['alignment']>
  mode: Mode
  count: number
}) {
  const metrics = alignment.modes?.[mode] ?? alignment
  const reached = alignment.progress === null ? null : Math.round(alignment.progress * count)
  const facts = [
    { name: 'progress', value: reached === null ? '–' : `${reached}/${count}`, says: 'gold actions reached in order' },
    { name: 'precision', value: percent(metrics.precision), says: 'of the actions that count, those in gold' },
    { name: 'recall', value: percent(metrics.recall), says: 'of the gold actions, those carried out' },
  ]
  return (
    <dl className="flex gap-3">
      {facts.map(({ name, value, says }) => (
        <div key={name} title={says} className="flex gap-1">
          <dt className="text-faint">{name}</dt>
          <dd className="tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function GoldChoice({
  golds,
  shown,
  hrefs,
}: {
  golds: readonly GoldReading[]
  shown: GoldReading
  hrefs: readonly Route[]
}) {
  const next = (golds.findIndex(({ id }) => id === shown.id) + 1) % golds.length
  return (
    <nav aria-label="Gold sequences" className="flex items-center gap-1">
      <span className="text-faint">gold</span>
      {golds.map((gold, at) => (
        <Link
          key={gold.id}
          href={hrefs[at] ?? '/'}
          replace
          scroll={false}
          title={`${gold.origin}, ${gold.actions.length} actions${gold.alignment?.best ? ', the best match' : ''}`}
          aria-current={gold.id === shown.id ? 'true' : undefined}
          data-key={at === next ? 'v' : undefined}
          className={cn(
            'flex h-6 min-w-6 items-center justify-center rounded-md px-1 tabular-nums',
            gold.id === shown.id ? 'bg-wash font-medium' : 'text-dim hover:bg-well',
          )}
        >
          {at + 1}
          {gold.alignment?.best && '★'}
        </Link>
      ))}
    </nav>
  )
}

function Line({ children }: { children: ReactNode }) {
  return <p className="text-dim text-xs">{children}</p>
}
