'use client'

import { Ban, Ellipsis, KeyRound, LogOut, UserCheck } from 'lucide-react'
import { useState, useTransition } from 'react'
import { toast } from 'sonner'
import { DropdownMenu, MenuItem, MenuLabel, MenuRadioGroup, MenuSeparator } from '@/components/ui/dropdown-menu'
import { IconButton } from '@/components/ui/icon-button'
import type { PersonRow } from '@/lib/data/people'
import type { Result } from '@/lib/result'
import { LinkDialog } from './link-dialog'

type Changed = Result<{ id: string }, 'invalid' | 'changed' | 'last-admin'>
type Linked = Result<{ link: string; email: string }, 'invalid' | 'exists' | 'changed'>
type Role = PersonRow['role']

/** What an administrator does with a person. */
export type PersonDeeds = {
  giveRole: (input: { id: string; from: Role; to: Role }) => Promise<Changed>
  offerNewPassword: (input: { id: string }) => Promise<Linked>
  disable: (input: { id: string }) => Promise<Changed>
  enable: (input: { id: string }) => Promise<Changed>
  endAllSessions: (input: { id: string }) => Promise<Changed>
}

const roleOptions = (['annotator', 'lead', 'researcher', 'admin'] as const).map((value) => ({ value, label: value }))

const sentences = {
  invalid: 'That could not be understood. Reload the page.',
  exists: 'Somebody already has this e-mail address.',
  changed: 'Nothing was done: it was changed a moment ago. The table shows how it is now.',
  'last-admin': 'Nothing was done: this is the last administrator who can sign in. Make somebody else one first.',
}

export function PersonActions({ person, actions }: { person: PersonRow; actions: PersonDeeds }) {
  const [link, setLink] = useState<{ link: string; email: string } | null>(null)
  const [waiting, start] = useTransition()
  const { id, name, role } = person

  const run = (act: () => Promise<Changed>, says: string) =>
    start(async () => {
      const done = await act()
      if (done.ok) toast.success(says)
      else toast.error(sentences[done.reason])
    })
  const write = () =>
    start(async () => {
      const written = await actions.offerNewPassword({ id })
      if (written.ok) setLink(written.value)
      else toast.error(sentences[written.reason])
    })
  const giveRole = (to: Role) => {
    if (to !== role) run(() => actions.giveRole({ id, from: role, to }), `${name} is ${to} now`)
  }

  return (
    <>
      <DropdownMenu
        trigger={
          <IconButton label={`What to do with ${name}`} size="sm" className="w-6" disabled={waiting}>
            <Ellipsis aria-hidden />
          </IconButton>
        }
      >
        <MenuLabel>Role</MenuLabel>
        <MenuRadioGroup value={role} onChange={giveRole} options={roleOptions} />
        <MenuSeparator />
        <MenuItem onSelect={write} disabled={person.disabledAt !== null}>
          <KeyRound aria-hidden /> Link for a new password
        </MenuItem>
        <MenuItem
          disabled={person.sessions === 0}
          onSelect={() => run(() => actions.endAllSessions({ id }), `${name} is signed out everywhere`)}
        >
          <LogOut aria-hidden /> Sign out everywhere ({person.sessions})
        </MenuItem>
        <MenuSeparator />
        {person.disabledAt ? (
          <MenuItem onSelect={() => run(() => actions.enable({ id }), `${name} may sign in again`)}>
            <UserCheck aria-hidden /> Enable
          </MenuItem>
        ) : (
          <MenuItem onSelect={() => run(() => actions.disable({ id }), `${name} is out; what they decided stays`)}>
            <Ban aria-hidden /> Disable
          </MenuItem>
        )}
      </DropdownMenu>
      <LinkDialog title={`A new password for ${name}`} written={link} onClose={() => setLink(null)} />
    </>
  )
}
