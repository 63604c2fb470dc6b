import type { Route } from 'next'
import Link from 'next/link'
import type { NormaliserName } from '@/lib/core/gold/rules'
import { normaliserTitles } from './normaliser-titles'
import type { ReaderView } from './reader-address'

/** Names the two columns, says what counts as the same call, and leads to the other way to lay gold out. */
export function GoldHead({
  view,
  otherViewHref,
  normaliser,
}: {
  view: ReaderView
  otherViewHref: Route
  normaliser: NormaliserName
}) {
  return (
    <div className="beside:grid flex beside:grid-cols-[2.375rem_minmax(0,1fr)_2rem_minmax(0,23rem)] justify-end border-b pr-2 pb-1 text-faint text-xs">
      <span className="stacked:hidden beside:col-start-2">what was done</span>
      <span className="beside:col-start-4 flex items-baseline gap-4">
        <span className="stacked:hidden flex-1">gold</span>
        <Link href={`/normalisers/${normaliser}`} className="link" title="What counts as the same call">
          compared as {normaliserTitles[normaliser]}
        </Link>
        <Link href={otherViewHref} replace scroll={false} data-key="u" className="link max-md:hidden">
          {view === 'beside' ? 'unified' : 'side by side'}
        </Link>
      </span>
    </div>
  )
}
