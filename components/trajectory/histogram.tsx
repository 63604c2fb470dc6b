import Link from 'next/link'
import { cn } from '@/components/ui/class-names'
import { toggleValue, valuesOf } from '@/lib/core/search/edit'
import type { Histogram as Bars } from '@/lib/core/trajectory/histogram'
import { type ListState, listHref } from './list-address'

const HEIGHT = 36

/** How the values of a number are spread; a bar filters by its range. Bars that nothing falls in are drawn as a line. */
export function Histogram({
  histogram: { key, title, bars },
  counts,
  none,
  state,
}: {
  histogram: Bars
  counts: readonly number[]
  none: number
  state: ListState
}) {
  const chosen = new Set(valuesOf(state.q, key))
  const most = Math.max(1, ...counts)
  const first = counts.findIndex((count) => count > 0)
  const last = counts.findLastIndex((count) => count > 0)
  const shown = bars.map((bar, at) => ({ ...bar, at, count: counts[at] ?? 0 })).slice(Math.max(0, first), last + 1)
  return (
    <section>
      <h2 className="mb-1 font-medium text-dim text-xs">{title}</h2>
      <ul className="flex items-end gap-px border-b" style={{ height: HEIGHT + 1 }}>
        {shown.map(({ at, label, value, count }) => (
          <li key={at} className="h-full min-w-1 flex-1">
            <Link
              href={listHref({ ...state, q: toggleValue(state.q, key, value), at: null })}
              prefetch={false}
              scroll={false}
              title={`${title} ${label}: ${count.toLocaleString('en')}`}
              aria-label={`${title} ${label}: ${count.toLocaleString('en')}`}
              aria-current={chosen.has(value) ? 'true' : undefined}
              className="flex h-full items-end hover:bg-well"
            >
              <span
                className={cn('block w-full rounded-t-sm', chosen.has(value) ? 'bg-accent' : 'bg-field/60')}
                style={{ height: count === 0 ? 0 : Math.max(1.5, (count / most) * HEIGHT) }}
              />
            </Link>
          </li>
        ))}
      </ul>
      <p className="flex justify-between text-faint text-xs tabular-nums">
        <span>{shown.at(0)?.label}</span>
        {none > 0 && <span>{none.toLocaleString('en')} without</span>}
        <span>{shown.at(-1)?.label}</span>
      </p>
    </section>
  )
}
