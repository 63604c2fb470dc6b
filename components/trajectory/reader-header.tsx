import { ChevronLeft, ChevronRight } from 'lucide-react'
import type { Route } from 'next'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { OutcomeMark } from '@/components/review/outcome-mark'
import { Button } from '@/components/ui/button'
import type { TrajectoryDetail } from '@/lib/data/reading'
import { rewardText } from './reward-text'

type Place = { position: number; total: number; previous: Route | null; next: Route | null }

/** What this trajectory is, and where it stands in the list one came from. */
export function ReaderHeader({
  trajectory,
  place,
  listHref,
  actions,
}: {
  trajectory: TrajectoryDetail
  place: Place | null
  listHref: Route
  actions: ReactNode
}) {
  const { task, externalId, outcome } = trajectory
  return (
    <header className="space-y-1">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h1 className="min-w-0 break-words font-semibold text-lg">
          <span className="text-dim">{task.title}</span> <bdi>{externalId}</bdi>
        </h1>
        <OutcomeMark outcome={outcome} />
        <div className="ml-auto flex items-center gap-2">
          {actions}
          <PlaceInList place={place} listHref={listHref} />
        </div>
      </div>
      <Facts trajectory={trajectory} />
    </header>
  )
}

function PlaceInList({ place, listHref }: { place: Place | null; listHref: Route }) {
  return (
    <nav aria-label="In the list" className="flex items-center gap-1">
      <Turn href={place?.previous ?? null} title="Previous trajectory" icon={<ChevronLeft aria-hidden />} />
      <Link href={listHref} className="rounded-sm px-1 text-dim tabular-nums hover:text-ink">
        {place ? `${place.position.toLocaleString('en')} of ${place.total.toLocaleString('en')}` : 'all trajectories'}
      </Link>
      <Turn href={place?.next ?? null} title="Next trajectory" icon={<ChevronRight aria-hidden />} />
    </nav>
  )
}

function Turn({ href, title, icon }: { href: Route | null; title: string; icon: ReactNode }) {
  if (href === null)
    return (
      <Button aria-label={title} disabled className="w-7 px-0">
        {icon}
      </Button>
    )
  return (
    <Button asChild className="w-7 px-0">
      <Link href={href} aria-label={title} prefetch={false}>
        {icon}
      </Link>
    </Button>
  )
}

function Facts({ trajectory }: { trajectory: TrajectoryDetail }) {
  const { model, method, attempt, rewardFinal, rewardOrigin, stopReason, stepCount, agentTurnCount, instance, source } =
    trajectory
  const facts: [string, ReactNode][] = [
    ['model', model ?? 'not named'],
    ['method', method],
    ...(attempt === null ? [] : [['attempt', attempt] satisfies [string, ReactNode]]),
    ['reward', rewardFinal === null ? 'none' : `${rewardText(rewardFinal)}${rewardOrigin ? ` (${rewardOrigin})` : ''}`],
    ['stopped', stopReason],
    ['steps', stepCount === agentTurnCount ? stepCount : `${stepCount} in ${agentTurnCount} turns`],
    ...(instance?.difficulty ? [['difficulty', instance.difficulty] satisfies [string, ReactNode]] : []),
    ['source', <bdi key="source">{source.name}</bdi>],
  ]
  return (
    <dl className="flex flex-wrap gap-x-4 text-xs">
      {facts.map(([name, value]) => (
        <div key={name} className="flex gap-1">
          <dt className="text-faint">{name}</dt>
          <dd className="break-all text-dim tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
