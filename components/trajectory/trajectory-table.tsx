'use client'

import { useTable } from '@tanstack/react-table'
import { ArrowDown, ArrowUp } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { cn } from '@/components/ui/class-names'
import type { SortKey } from '@/lib/core/trajectory/sort'
import type { SearchHit } from '@/lib/data/search-hits'
import type { TrajectoryRow } from '@/lib/data/trajectories'
import type { SortLink } from './list-address'
import { ListKeys } from './list-keys'
import { RowLink } from './row-link'
import { columnLooks, columns, features } from './trajectory-columns'

/**
 * The rows the server chose, in the order it chose. A header is a link that sorts; `j`, `k` and Enter walk the rows.
 * Columns leave when there is no room for them, the facets still say what they said.
 */
export function TrajectoryTable({
  rows,
  hits,
  sorts,
  query,
}: {
  rows: TrajectoryRow[]
  hits: ReadonlyMap<string, SearchHit>
  sorts: Record<SortKey, SortLink>
  query: Record<string, string>
}) {
  const table = useTable({ features, columns, data: rows })
  return (
    <div className="@container">
      <ListKeys />
      <table className="w-full table-fixed border-collapse text-left">
        <thead className="border-b text-xs">
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id}>
              {group.headers.map((header) => (
                <HeaderCell key={header.id} column={header.column.id} sorts={sorts}>
                  <table.FlexRender header={header} />
                </HeaderCell>
              ))}
            </tr>
          ))}
        </thead>
        <tbody>
          {table.getRowModel().rows.map((row) => {
            const hit = hits.get(row.original.id)
            return (
              <tr key={row.id} className="relative border-b hover:bg-well has-[[data-row-link]:focus-visible]:bg-wash">
                {row.getAllCells().map((cell) => (
                  <BodyCell key={cell.id} column={cell.column.id} value={cell.getValue()} tall={hit !== undefined}>
                    {cell.column.id === 'instruction' ? (
                      <RowLink row={row.original} hit={hit} query={query} />
                    ) : (
                      <table.FlexRender cell={cell} />
                    )}
                  </BodyCell>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

/** A cell; the whole of a text that is cut stands on hover. What can be clicked lies above the link of the row. */
function BodyCell({
  column,
  value,
  tall,
  children,
}: {
  column: string
  value: unknown
  /** Whether the row has a second line, which lies across all of its cells. */
  tall: boolean
  children: ReactNode
}) {
  const { look, numeric } = columnLooks[column] ?? { look: '' }
  return (
    <td
      title={typeof value === 'string' && column !== 'instruction' ? value : undefined}
      className={cn(
        'h-8 truncate px-2 first:pl-1 last:pr-1',
        look,
        numeric && 'text-right tabular-nums',
        column === 'strip' && '[&_a]:relative',
        tall && 'pb-6',
      )}
    >
      {children}
    </td>
  )
}

function HeaderCell({
  column,
  sorts,
  children,
}: {
  column: string
  sorts: Record<SortKey, SortLink>
  children: ReactNode
}) {
  const { sort, look, numeric } = columnLooks[column] ?? { sort: null, look: '' }
  const link = sort === null ? null : sorts[sort]
  const Arrow = link?.current === 'descending' ? ArrowDown : ArrowUp
  return (
    <th
      scope="col"
      aria-sort={link?.current ?? undefined}
      className={cn('h-8 truncate px-2 font-medium text-dim first:pl-1 last:pr-1', look, numeric && 'text-right')}
    >
      {link === null ? (
        children
      ) : (
        <Link
          href={link.href}
          className={cn('inline-flex h-6 items-center gap-1 hover:text-ink', link.current !== null && 'text-ink')}
        >
          {children}
          {link.current !== null && <Arrow aria-hidden className="size-3 text-accent" />}
        </Link>
      )}
    </th>
  )
}
