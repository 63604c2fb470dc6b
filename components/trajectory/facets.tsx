import Link from 'next/link'
import { cn } from '@/components/ui/class-names'
import { toggleValue, valuesOf } from '@/lib/core/search/edit'
import { histograms } from '@/lib/core/trajectory/histogram'
import type { HistogramCounts } from '@/lib/data/histograms'
import type { FacetCount, Facets as FacetCounts } from '@/lib/data/trajectories'
import { Histogram } from './histogram'
import { type ListState, listHref } from './list-address'

const titles: Record<keyof FacetCounts, string> = {
  task: 'Task',
  source: 'Source',
  model: 'Model',
  method: 'Method',
  gold: 'Gold match',
  outcome: 'Outcome',
}

const SHOWN = 8

/** Every value with its count and a bar; a click adds it to the query or takes it out. All of it is links. */
export function Facets({
  facets,
  spread,
  state,
}: {
  facets: FacetCounts
  spread: readonly HistogramCounts[]
  state: ListState
}) {
  const names: (keyof FacetCounts)[] = ['task', 'source', 'model', 'method', 'gold', 'outcome']
  return (
    <nav aria-label="Filters" className="grid gap-4 sm:grid-cols-3 xl:grid-cols-1">
      {histograms.map((histogram) => {
        const found = spread.find(({ key }) => key === histogram.key)
        if (found === undefined || !found.counts.some((count) => count > 0)) return null
        return (
          <Histogram key={histogram.key} histogram={histogram} counts={found.counts} none={found.none} state={state} />
        )
      })}
      {names.map((name) => (
        <Facet key={name} name={name} counts={facets[name]} state={state} />
      ))}
    </nav>
  )
}

function Facet({ name, counts, state }: { name: keyof FacetCounts; counts: FacetCount[]; state: ListState }) {
  const chosen = new Set(valuesOf(state.q, name))
  const most = Math.max(1, ...counts.map(({ count }) => count))
  const value = (one: FacetCount) => (
    <FacetValue
      key={one.value}
      name={name}
      {...one}
      share={one.count / most}
      chosen={chosen.has(one.value)}
      state={state}
    />
  )
  const first = counts.filter((one, at) => at < SHOWN || chosen.has(one.value))
  const rest = counts.filter((one) => !first.includes(one))
  return (
    <section>
      <h2 className="mb-1 font-medium text-dim text-xs">{titles[name]}</h2>
      <ul>{first.map(value)}</ul>
      {rest.length > 0 && (
        <details>
          <summary className="flex h-6 items-center text-accent text-xs">{rest.length} more</summary>
          <ul>{rest.map(value)}</ul>
        </details>
      )}
    </section>
  )
}

function FacetValue({
  name,
  value,
  count,
  share,
  chosen,
  state,
}: FacetCount & { name: keyof FacetCounts; share: number; chosen: boolean; state: ListState }) {
  return (
    <li>
      <Link
        href={listHref({ ...state, q: toggleValue(state.q, name, value), at: null })}
        prefetch={false}
        scroll={false}
        aria-current={chosen ? 'true' : undefined}
        className={cn(
          'relative flex h-6 items-center gap-2 rounded-sm px-1.5 hover:bg-well',
          chosen ? 'font-medium text-accent' : 'text-ink',
        )}
      >
        <span
          aria-hidden
          className={cn('absolute inset-y-1 left-0 rounded-sm', chosen ? 'bg-wash' : 'bg-well')}
          style={{ width: `${Math.max(2, share * 100)}%` }}
        />
        <bdi className="relative flex-1 truncate" title={value}>
          {value}
        </bdi>
        <span className="relative text-faint text-xs tabular-nums">{count.toLocaleString('en')}</span>
      </Link>
    </li>
  )
}
