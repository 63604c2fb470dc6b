import { describe, expect, it } from 'vitest'
import { prisma } from './client'
import {
  acceptInvitation,
  findInvitation,
  inviteSomebody,
  listInvitations,
  offerPassword,
  revokeInvitation,
} from './invitations'
import { disablePerson } from './people'
import { testViewer, useTestDatabase } from './testing/database'
import { addSession, addSomebody } from './testing/people'

useTestDatabase()

let counter = 0
const fresh = () => {
  counter += 1
  return {
    email: `guest${counter}@example.test`,
    name: `Guest ${counter}`,
    role: 'lead' as const,
    tokenHash: `hash-${counter}`,
  }
}
const accept = (tokenHash: string) => acceptInvitation({ tokenHash, name: 'Chosen', passwordHash: 'salt:key' })

describe('an invitation', () => {
  it('lets its bearer in once, with the invited role', async () => {
    const ada = await testViewer('admin')
    const link = fresh()
    await inviteSomebody(ada, link)
    expect(await findInvitation(link.tokenHash)).toEqual({
      email: link.email,
      name: link.name,
      role: 'lead',
      personId: null,
    })
    const joined = await accept(link.tokenHash)
    expect(joined).toMatchObject({ ok: true, value: { email: link.email } })
    expect(await prisma.person.findUnique({ where: { email: link.email } })).toMatchObject({
      name: 'Chosen',
      role: 'lead',
    })
    expect(await accept(link.tokenHash)).toEqual({ ok: false, reason: 'not-open' })
    expect(await findInvitation(link.tokenHash)).toBeNull()
  })

  it('makes one person of ten simultaneous acceptances', async () => {
    const ada = await testViewer('admin')
    const link = fresh()
    await inviteSomebody(ada, link)
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => accept(link.tokenHash)))
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await prisma.person.count({ where: { email: link.email } })).toBe(1)
  })

  it.each([
    ['ran out', { expiresAt: new Date(Date.now() - 1000) }],
    ['was taken back', { revokedAt: new Date() }],
  ])('opens nothing once it %s', async (_, change) => {
    const ada = await testViewer('admin')
    const link = fresh()
    await inviteSomebody(ada, link)
    await prisma.invitation.update({ where: { tokenHash: link.tokenHash }, data: change })
    expect(await findInvitation(link.tokenHash)).toBeNull()
    expect(await accept(link.tokenHash)).toEqual({ ok: false, reason: 'not-open' })
    expect(await prisma.person.count({ where: { email: link.email } })).toBe(0)
  })

  it('is replaced by the next one to the same address', async () => {
    const ada = await testViewer('admin')
    const link = fresh()
    await inviteSomebody(ada, link)
    await Promise.all(
      ['a', 'b', 'c'].map((part) => inviteSomebody(ada, { ...link, tokenHash: `${link.tokenHash}${part}` })),
    )
    const open = (await listInvitations(ada)).filter(({ email }) => email === link.email)
    expect(open).toHaveLength(1)
    expect(await accept(link.tokenHash)).toEqual({ ok: false, reason: 'not-open' })
  })

  it('is refused to somebody who is here', async () => {
    const ada = await testViewer('admin')
    await addSomebody('lead', { email: 'here@example.test' })
    expect(await inviteSomebody(ada, { ...fresh(), email: 'here@example.test' })).toEqual({
      ok: false,
      reason: 'exists',
    })
  })

  it('is taken back once', async () => {
    const ada = await testViewer('admin')
    const invited = await inviteSomebody(ada, fresh())
    if (!invited.ok) throw new Error('not invited')
    const outcomes = await Promise.all([
      revokeInvitation(ada, invited.value.id),
      revokeInvitation(ada, invited.value.id),
    ])
    expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true])
  })
})

describe('a link for a new password', () => {
  it('replaces the password, unlocks, ends the sessions, and keeps name and role', async () => {
    const ada = await testViewer('admin')
    const leo = await addSomebody('lead', { passwordHash: 'old:hash' })
    await addSession(leo)
    await prisma.person.update({
      where: { id: leo },
      data: { failedSignIns: 10, lockedUntil: new Date(Date.now() + 1e6) },
    })
    await offerPassword(ada, leo, 'reset-1')
    await prisma.person.update({ where: { id: leo }, data: { role: 'annotator', name: 'Leo' } })
    expect(await accept('reset-1')).toMatchObject({ ok: true, value: { id: leo } })
    const person = await prisma.person.findUniqueOrThrow({
      where: { id: leo },
      include: { user: { include: { accounts: true, sessions: true } } },
    })
    expect(person).toMatchObject({ name: 'Leo', role: 'annotator', failedSignIns: 0, lockedUntil: null })
    expect(person.user?.accounts.map(({ password }) => password)).toEqual(['salt:key'])
    expect(person.user?.sessions).toEqual([])
  })

  it('opens nothing for somebody who was disabled after it was written, nor is one written then', async () => {
    const ada = await testViewer('admin')
    await addSomebody('admin')
    const leo = await addSomebody('lead')
    await offerPassword(ada, leo, 'reset-2')
    await disablePerson(ada, leo)
    expect(await accept('reset-2')).toEqual({ ok: false, reason: 'not-open' })
    expect(await offerPassword(ada, leo, 'reset-3')).toEqual({ ok: false, reason: 'changed' })
  })
})
