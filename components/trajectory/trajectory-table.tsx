'use client'

import { useTable } from '@tanstack/react-table'
import { ArrowDown, ArrowUp } from 'lucide-react'
import Link from 'next/link'
import { type ReactNode, useMemo, useState } from 'react'
import { cn } from '@/components/ui/class-names'
import type { SortKey } from '@/lib/core/trajectory/sort'
import type { SearchHit } from '@/lib/data/search-hits'
import type { TrajectoryRow } from '@/lib/data/trajectories'
import { ColumnMenu } from './column-menu'
import { type ColumnsShown, keepColumnsShown } from './columns-shown'
import type { SortLink } from './list-address'
import { ListKeys } from './list-keys'
import { RowLink } from './row-link'
import { columnLooks, columns, features } from './trajectory-columns'

/**
 * The rows the server chose, in the order it chose. A header is a link that sorts; `j`, `k` and Enter walk the rows.
 * Where nobody chose the columns, those leave for which there is no room; the facets still say what they said.
 */
export function TrajectoryTable({
  rows,
  hits,
  sorts,
  query,
  shown: first,
}: {
  rows: TrajectoryRow[]
  hits: ReadonlyMap<string, SearchHit>
  sorts: Record<SortKey, SortLink>
  query: Record<string, string>
  shown: ColumnsShown
}) {
  const [shown, setShown] = useState(first)
  const drawn = useMemo(() => columnsOf(shown), [shown])
  const table = useTable({ features, columns: drawn, data: rows })
  const choose = (chosen: ColumnsShown) => {
    setShown(chosen)
    keepColumnsShown(chosen)
  }
  const chosen = shown !== null
  return (
    <div className="@container relative" data-roomy={chosen ? undefined : ''}>
      <ListKeys />
      <div className="absolute top-1 right-0 z-10 bg-paper">
        <ColumnMenu shown={shown} choose={choose} />
      </div>
      <section aria-label="Trajectories" tabIndex={chosen ? 0 : undefined} className={cn(chosen && 'overflow-x-auto')}>
        <table
          className="w-full table-fixed border-collapse text-left"
          style={chosen ? { minWidth: `${widthOf(shown)}rem` } : undefined}
        >
          <thead className="border-b text-xs">
            {table.getHeaderGroups().map((group) => (
              <tr key={group.id}>
                {group.headers.map((header) => (
                  <HeaderCell key={header.id} column={header.column.id} chosen={chosen} sorts={sorts}>
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
                <tr
                  key={row.id}
                  className="relative border-b hover:bg-well has-[[data-row-link]:focus-visible]:bg-wash"
                >
                  {row.getAllCells().map((cell) => (
                    <BodyCell
                      key={cell.id}
                      column={cell.column.id}
                      value={cell.getValue()}
                      chosen={chosen}
                      tall={hit !== undefined}
                    >
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
      </section>
    </div>
  )
}

const isShown = (id: string | undefined, shown: readonly string[]) => id === 'instruction' || shown.includes(id ?? '')

const columnsOf = (shown: ColumnsShown) =>
  shown === null ? columns : columns.filter((column) => isShown(column.id, shown))

const widthOf = (shown: readonly string[]) =>
  ['instruction', ...shown].reduce((sum, name) => sum + (columnLooks[name]?.rem ?? 0), 0)

/** A cell; the whole of a text that is cut stands on hover. What can be clicked lies above the link of the row. */
function BodyCell({
  column,
  value,
  chosen,
  tall,
  children,
}: {
  column: string
  value: unknown
  /** Whether the columns were chosen: then each is there, however little room there is. */
  chosen: boolean
  /** Whether the row has a second line, which lies across all of its cells. */
  tall: boolean
  children: ReactNode
}) {
  const { look = '', numeric = false } = columnLooks[column] ?? {}
  return (
    <td
      title={typeof value === 'string' && column !== 'instruction' ? value : undefined}
      className={cn(
        'h-8 truncate px-2 first:pl-1 last:pr-1',
        !chosen && look,
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
  chosen,
  sorts,
  children,
}: {
  column: string
  chosen: boolean
  sorts: Record<SortKey, SortLink>
  children: ReactNode
}) {
  const { sort = null, look = '', rem = 0, numeric = false } = columnLooks[column] ?? {}
  const link = sort === null ? null : sorts[sort]
  const Arrow = link?.current === 'descending' ? ArrowDown : ArrowUp
  return (
    <th
      scope="col"
      aria-sort={link?.current ?? undefined}
      className={cn(
        'h-8 truncate px-2 font-medium text-dim first:pl-1 last:pr-7',
        !chosen && look,
        numeric && 'text-right',
      )}
      style={chosen && column !== 'instruction' ? { width: `${rem}rem` } : undefined}
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
