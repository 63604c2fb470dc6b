'use client'

import { Download } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { DropdownMenu, MenuItem, MenuLabel } from '@/components/ui/dropdown-menu'
import type { TableFormat } from '@/lib/core/trajectory/table-file'
import type { ListState } from './list-address'
import { listQuery } from './list-address'

const names: Record<TableFormat, string> = { csv: 'CSV, for a spreadsheet', jsonl: 'JSONL, a line a trajectory' }
const formats: readonly TableFormat[] = ['csv', 'jsonl']

/** The list as a file: every row the query finds, not only the page on screen. */
export function ExportMenu({ state, total }: { state: ListState; total: number }) {
  const address = (format: TableFormat) =>
    `/trajectories/export?${new URLSearchParams({ ...listQuery({ ...state, at: null }), format })}`
  return (
    <DropdownMenu
      trigger={
        <Button aria-label="Download the list">
          <Download aria-hidden />
        </Button>
      }
    >
      <MenuLabel>All {total.toLocaleString('en')} rows of this list as</MenuLabel>
      {formats.map((format) => (
        <MenuItem key={format} asChild>
          <a href={address(format)} download>
            {names[format]}
          </a>
        </MenuItem>
      ))}
    </DropdownMenu>
  )
}
