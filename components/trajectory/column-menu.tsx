'use client'

import { Columns3 } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { DropdownMenu, MenuCheckboxItem, MenuItem, MenuLabel, MenuSeparator } from '@/components/ui/dropdown-menu'
import { type ColumnName, type ColumnsShown, columnNames } from './columns-shown'

const titles: Record<ColumnName, string> = {
  task: 'Task',
  model: 'Model',
  method: 'Method',
  source: 'Source',
  strip: 'Strip',
  reward: 'Reward',
  steps: 'Steps',
  gold: 'Gold match',
  flags: 'Flags',
  outcome: 'Outcome',
}

/** Which columns the list has. Chosen ones are all there; the list then scrolls sideways where it must. */
export function ColumnMenu({ shown, choose }: { shown: ColumnsShown; choose: (shown: ColumnsShown) => void }) {
  const chosen = shown ?? columnNames
  const toggle = (name: ColumnName) =>
    choose(columnNames.filter((one) => (one === name ? !chosen.includes(one) : chosen.includes(one))))
  return (
    <DropdownMenu
      trigger={
        <Button variant="quiet" size="sm" aria-label="Columns" className="w-6 px-0">
          <Columns3 aria-hidden />
        </Button>
      }
    >
      <MenuLabel>{shown === null ? 'As many as there is room for' : 'Columns'}</MenuLabel>
      {columnNames.map((name) => (
        <MenuCheckboxItem key={name} checked={chosen.includes(name)} onChange={() => toggle(name)}>
          {titles[name]}
        </MenuCheckboxItem>
      ))}
      <MenuSeparator />
      <MenuItem disabled={shown?.length === columnNames.length} onSelect={() => choose(columnNames)}>
        All of them
      </MenuItem>
      <MenuItem disabled={shown === null} onSelect={() => choose(null)}>
        As there is room
      </MenuItem>
    </DropdownMenu>
  )
}
