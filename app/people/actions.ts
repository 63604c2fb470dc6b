'use server'

import { refresh } from 'next/cache'
import { idInput, inviteInput, roleChangeInput } from '@/lib/auth/inputs'
import { requireRight } from '@/lib/auth/session'
import { invitationLink, newToken } from '@/lib/auth/token'
import * as invitations from '@/lib/data/invitations'
import * as people from '@/lib/data/people'
import { endSessions } from '@/lib/data/sessions'
import { fail, ok, type Result } from '@/lib/result'

type Invited = Result<{ link: string; email: string }, 'invalid' | 'exists' | 'changed'>
type Changed = Result<{ id: string }, 'invalid' | 'changed' | 'last-admin'>

export async function invite(input: unknown): Promise<Invited> {
  const viewer = await requireRight('person.manage')
  const parsed = inviteInput.safeParse(input)
  if (!parsed.success) return fail('invalid')

  const { token, hash } = newToken()
  const invited = await invitations.inviteSomebody(viewer, { ...parsed.data, tokenHash: hash })
  if (!invited.ok) return invited
  refresh()
  return ok({ link: invitationLink(token), email: parsed.data.email })
}

export async function offerNewPassword(input: unknown): Promise<Invited> {
  const viewer = await requireRight('person.manage')
  const parsed = idInput.safeParse(input)
  if (!parsed.success) return fail('invalid')

  const { token, hash } = newToken()
  const offered = await invitations.offerPassword(viewer, parsed.data.id, hash)
  refresh()
  return offered.ok ? ok({ link: invitationLink(token), email: offered.value.email }) : offered
}

export async function revoke(input: unknown): Promise<Changed> {
  const viewer = await requireRight('person.manage')
  return change(input, (id) => invitations.revokeInvitation(viewer, id))
}

export async function giveRole(input: unknown): Promise<Changed> {
  const viewer = await requireRight('person.manage')
  const parsed = roleChangeInput.safeParse(input)
  if (!parsed.success) return fail('invalid')

  const { id, from, to } = parsed.data
  return change({ id }, () => people.changeRole(viewer, id, from, to))
}

export async function disable(input: unknown): Promise<Changed> {
  const viewer = await requireRight('person.manage')
  return change(input, (id) => people.disablePerson(viewer, id))
}

export async function enable(input: unknown): Promise<Changed> {
  const viewer = await requireRight('person.manage')
  return change(input, (id) => people.enablePerson(viewer, id))
}

export async function endAllSessions(input: unknown): Promise<Changed> {
  const viewer = await requireRight('person.manage')
  return change(input, async (id) => {
    const ended = await endSessions(viewer, id)
    return ended.ok ? ok({ id }) : ended
  })
}

/** Refused or not, the page shows how things are now. */
async function change(input: unknown, apply: (id: string) => Promise<Changed>): Promise<Changed> {
  const parsed = idInput.safeParse(input)
  if (!parsed.success) return fail('invalid')
  const changed = await apply(parsed.data.id)
  refresh()
  return changed
}
