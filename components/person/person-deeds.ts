'use client'

import { useState, useTransition } from 'react'
import { toast } from 'sonner'
import type { PersonRow } from '@/lib/data/people'
import type { Result } from '@/lib/result'

type Changed = Result<{ id: string }, 'invalid' | 'changed' | 'last-admin'>
type Written = { link: string; email: string }
type Role = PersonRow['role']

/** What an administrator does with a person. */
export type PersonDeeds = {
  giveRole: (input: { id: string; from: Role; to: Role }) => Promise<Changed>
  offerNewPassword: (input: { id: string }) => Promise<Result<Written, 'invalid' | 'exists' | 'changed'>>
  disable: (input: { id: string }) => Promise<Changed>
  enable: (input: { id: string }) => Promise<Changed>
  endAllSessions: (input: { id: string }) => Promise<Changed>
}

const sentences = {
  invalid: 'That could not be understood. Reload the page.',
  exists: 'Somebody already has this e-mail address.',
  changed: 'Nothing was done: it was changed a moment ago. The table shows how it is now.',
  'last-admin': 'Nothing was done: this is the last administrator who can sign in. Make somebody else one first.',
}

/** The deeds for one person, each of which says how it went. `link` is the one that was written last. */
export function usePersonDeeds({ id, name, role }: PersonRow, deeds: PersonDeeds) {
  const [link, setLink] = useState<Written | null>(null)
  const [waiting, start] = useTransition()
  const run = (act: () => Promise<Changed>, says: string) =>
    start(async () => {
      const done = await act()
      if (done.ok) toast.success(says)
      else toast.error(sentences[done.reason])
    })
  return {
    waiting,
    link,
    forgetLink: () => setLink(null),
    giveRole: (to: Role) => {
      if (to !== role) run(() => deeds.giveRole({ id, from: role, to }), `${name} is ${to} now`)
    },
    writeLink: () =>
      start(async () => {
        const written = await deeds.offerNewPassword({ id })
        if (written.ok) setLink(written.value)
        else toast.error(sentences[written.reason])
      }),
    endSessions: () => run(() => deeds.endAllSessions({ id }), `${name} is signed out everywhere`),
    disable: () => run(() => deeds.disable({ id }), `${name} is out; what they decided stays`),
    enable: () => run(() => deeds.enable({ id }), `${name} may sign in again`),
  }
}
