import 'server-only'
import { v7 as newId } from 'uuid'
import type { Role, Viewer } from '@/lib/auth/viewer'
import { inTransaction, prisma, type Transaction } from '@/lib/data/client'
import { appendEntry } from '@/lib/data/entries'
import { fail, ok, type Result } from '@/lib/result'
import { createPerson, isTaken, setPassword } from './accounts'

export const INVITATION_DAYS = 7

const open = () => ({ acceptedAt: null, revokedAt: null, expiresAt: { gt: new Date() } })

type Link = { email: string; name: string; role: Role; personId?: string; tokenHash: string }

/** A new link takes back the ones before it, so that one address has one that works. */
async function writeLink(tx: Transaction, viewer: Viewer, link: Link): Promise<string> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`invitation ${link.email}`}, 0))`
  const earlier = { email: link.email, acceptedAt: null, revokedAt: null }
  await tx.invitation.updateMany({ where: earlier, data: { revokedAt: new Date() } })
  const expiresAt = new Date(Date.now() + INVITATION_DAYS * 86_400_000)
  const { id } = await tx.invitation.create({ data: { ...link, id: newId(), invitedById: viewer.id, expiresAt } })
  return id
}

/** Invites somebody who is not here yet. The link lasts a week. */
export async function inviteSomebody(
  viewer: Viewer,
  link: Omit<Link, 'personId'>,
): Promise<Result<{ id: string }, 'exists'>> {
  return inTransaction(async (tx) => {
    if (await tx.person.findUnique({ where: { email: link.email }, select: { id: true } })) return fail('exists')
    const id = await writeLink(tx, viewer, link)
    const detail = { email: link.email, role: link.role }
    await appendEntry(tx, { personId: viewer.id, act: 'person.invite', subjectId: id, detail })
    return ok({ id })
  })
}

/** Writes a link with which somebody who is here chooses a new password. The old one works until then. */
export async function offerPassword(
  viewer: Viewer,
  personId: string,
  tokenHash: string,
): Promise<Result<{ id: string; email: string }, 'changed'>> {
  return inTransaction(async (tx) => {
    const person = await tx.person.findFirst({
      where: { id: personId, kind: 'person', disabledAt: null, user: { isNot: null } },
      select: { email: true, name: true, role: true },
    })
    if (!person?.email) return fail('changed')
    const { email, name, role } = person
    const id = await writeLink(tx, viewer, { email, name, role, personId, tokenHash })
    await appendEntry(tx, { personId: viewer.id, act: 'person.reset', subjectId: personId })
    return ok({ id, email })
  })
}

/** The links that nobody has used or taken back, newest first; those that ran out are among them. */
export async function listInvitations(_viewer: Viewer) {
  return prisma.invitation.findMany({
    where: { acceptedAt: null, revokedAt: null },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: {
      id: true,
      email: true,
      name: true,
      role: true,
      personId: true,
      createdAt: true,
      expiresAt: true,
      invitedBy: { select: { name: true } },
    },
  })
}

export type OpenInvitation = Awaited<ReturnType<typeof listInvitations>>[number]

/** The link with this token, if it still works. */
export async function findInvitation(tokenHash: string) {
  return prisma.invitation.findFirst({
    where: { tokenHash, ...open() },
    select: { email: true, name: true, role: true, personId: true },
  })
}

/** Takes a link back. */
export async function revokeInvitation(viewer: Viewer, id: string): Promise<Result<{ id: string }, 'changed'>> {
  return inTransaction(async (tx) => {
    const { count } = await tx.invitation.updateMany({
      where: { id, acceptedAt: null, revokedAt: null },
      data: { revokedAt: new Date() },
    })
    if (count !== 1) return fail('changed')
    await appendEntry(tx, { personId: viewer.id, act: 'person.revoke', subjectId: id })
    return ok({ id })
  })
}

type Acceptance = { tokenHash: string; name: string; passwordHash: string }

/** Uses a link up, once: its owner joins with the invited role, or has a new password and is signed out elsewhere. */
export async function acceptInvitation({
  tokenHash,
  name,
  passwordHash,
}: Acceptance): Promise<Result<{ id: string; email: string }, 'not-open' | 'exists'>> {
  try {
    return await inTransaction(async (tx) => {
      const [link] = await tx.invitation.updateManyAndReturn({
        where: { tokenHash, ...open() },
        data: { acceptedAt: new Date() },
        select: { id: true, email: true, role: true, personId: true },
      })
      if (!link) return fail('not-open')
      const { email, role, personId } = link
      const id = personId ?? (await createPerson(tx, { name, email, role, passwordHash }))
      if (personId) await setPassword(tx, id, passwordHash)
      const act = personId ? 'person.password' : 'person.accept'
      await appendEntry(tx, { personId: id, act, subjectId: id, detail: { invitation: link.id } })
      return ok({ id, email })
    })
  } catch (error) {
    if (isTaken(error)) return fail('exists')
    throw error
  }
}
