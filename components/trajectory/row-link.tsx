import Link from 'next/link'
import type { SearchHit } from '@/lib/data/search-hits'
import type { TrajectoryRow } from '@/lib/data/trajectories'

type Query = Record<string, string>

/** The link of a row: it covers the whole row, what else can be clicked lies above it. */
export function RowLink({ row, hit, query }: { row: TrajectoryRow; hit: SearchHit | undefined; query: Query }) {
  return (
    <>
      <Link
        href={{ pathname: `/trajectories/${row.id}`, query }}
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
      {hit && <HitLink hit={hit} query={query} />}
    </>
  )
}

/** Where a search found something: the place, with its surroundings, as a link that opens there. */
function HitLink({ hit, query }: { hit: SearchHit; query: Query }) {
  const { trajectoryId, stepIndex, part, before, match, after } = hit
  return (
    <Link
      href={{
        pathname: `/trajectories/${trajectoryId}`,
        query,
        ...(stepIndex > 0 ? { hash: `step-${stepIndex}` } : {}),
      }}
      prefetch={false}
      className="absolute inset-x-1 bottom-1 flex h-6 items-center gap-2 text-dim text-xs hover:text-ink"
    >
      <span className="shrink-0 text-faint">{stepIndex > 0 ? `step ${stepIndex}, ${part}` : part}</span>
      <bdi className="min-w-0 truncate">
        {before}
        <mark className="rounded-sm bg-arguments-wash px-0.5 font-medium text-ink">{match}</mark>
        {after}
      </bdi>
    </Link>
  )
}
