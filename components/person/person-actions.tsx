'use client'

import { Ban, Ellipsis, KeyRound, LogOut, UserCheck } from 'lucide-react'
import { DropdownMenu, MenuItem, MenuLabel, MenuRadioGroup, MenuSeparator } from '@/components/ui/dropdown-menu'
import { IconButton } from '@/components/ui/icon-button'
import type { PersonRow } from '@/lib/data/people'
import { LinkDialog } from './link-dialog'
import { type PersonDeeds, usePersonDeeds } from './person-deeds'

const roleOptions = (['annotator', 'lead', 'researcher', 'admin'] as const).map((value) => ({ value, label: value }))

/** The menu at the end of a person's row. */
export function PersonActions({ person, actions }: { person: PersonRow; actions: PersonDeeds }) {
  const deeds = usePersonDeeds(person, actions)
  const { name, role, sessions, disabledAt } = person
  const trigger = (
    <IconButton label={`What to do with ${name}`} size="sm" className="w-6" disabled={deeds.waiting}>
      <Ellipsis aria-hidden />
    </IconButton>
  )
  return (
    <>
      <DropdownMenu trigger={trigger}>
        <MenuLabel>Role</MenuLabel>
        <MenuRadioGroup value={role} onChange={deeds.giveRole} options={roleOptions} />
        <MenuSeparator />
        <MenuItem onSelect={deeds.writeLink} disabled={disabledAt !== null}>
          <KeyRound aria-hidden /> Link for a new password
        </MenuItem>
        <MenuItem onSelect={deeds.endSessions} disabled={sessions === 0}>
          <LogOut aria-hidden /> Sign out everywhere ({sessions})
        </MenuItem>
        <MenuSeparator />
        <MenuItem onSelect={disabledAt ? deeds.enable : deeds.disable}>
          {disabledAt ? <UserCheck aria-hidden /> : <Ban aria-hidden />} {disabledAt ? 'Enable' : 'Disable'}
        </MenuItem>
      </DropdownMenu>
      <LinkDialog title={`A new password for ${name}`} written={deeds.link} onClose={deeds.forgetLink} />
    </>
  )
}
