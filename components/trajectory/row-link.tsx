import Link from 'next/link'
import type { SearchHit } from '@/lib/data/search-hits'
import type { TrajectoryRow } from '@/lib/data/trajectories'

/**
 * The link of a row: it covers the whole row, what else can be clicked lies above it. Where a search found something
 * the place stands under the instruction, and the link leads there.
 */
export function RowLink({
  row,
  hit,
  query,
}: {
  row: TrajectoryRow
  hit: SearchHit | undefined
  query: Record<string, string>
}) {
  const hash = hit && hit.stepIndex > 0 ? { hash: `step-${hit.stepIndex}` } : {}
  return (
    <>
      <Link
        href={{ pathname: `/trajectories/${row.id}`, query, ...hash }}
        prefetch={false}
        data-row-link
        title={row.title}
        className="block truncate outline-none after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:outline-accent focus-visible:after:-outline-offset-2"
      >
        {row.title === '' ? <span className="text-faint">{row.externalId}</span> : <bdi>{row.title}</bdi>}
      </Link>
      <span className="@min-[40rem]:hidden block truncate pb-1 text-faint text-xs">
        {[row.task, row.model ?? row.source].join(' · ')}
      </span>
      {hit && <HitLine hit={hit} />}
    </>
  )
}

function HitLine({ hit: { stepIndex, part, before, match, after } }: { hit: SearchHit }) {
  return (
    <span className="block truncate pb-1 text-dim text-xs">
      <span className="text-faint">{stepIndex > 0 ? `step ${stepIndex} · ${part}` : part}</span>{' '}
      <bdi>
        {before}
        <mark className="rounded-sm bg-arguments-wash text-ink">{match}</mark>
        {after}
      </bdi>
    </span>
  )
}
