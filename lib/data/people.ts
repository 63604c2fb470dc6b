import 'server-only'
import type { Role, Viewer } from '@/lib/auth/viewer'
import { inTransaction, prisma, type Transaction } from '@/lib/data/client'
import { appendEntry } from '@/lib/data/entries'
import { fail, ok, type Result } from '@/lib/result'
import { createPerson, isTaken, type NewPerson } from './accounts'

/** The person who may act under this id now, or null: the built-in actors and disabled people may not. */
export async function findActivePerson(id: string) {
  return prisma.person.findFirst({
    where: { id, kind: 'person', disabledAt: null },
    select: { id: true, name: true, email: true, role: true },
  })
}

export type PersonRow = {
  id: string
  name: string
  email: string
  role: Role
  example: boolean
  disabledAt: Date | null
  lockedUntil: Date | null
  createdAt: Date
  /** Sessions that have not run out. */
  sessions: number
  /** When the newest of them began. */
  signedInAt: Date | null
}

export const PEOPLE_A_PAGE = 50

/** A page of the people whose name or address contains `search`, by name, and how many there are in all. */
export async function listPeople(_viewer: Viewer, { search, page }: { search: string; page: number }) {
  const pattern = `%${search.replace(/[\\%_]/g, '\\$&')}%`
  const [count] = await prisma.$queryRaw<{ total: bigint }[]>`
    SELECT count(*) AS total FROM person
    WHERE kind = 'person' AND (name ILIKE ${pattern} OR email ILIKE ${pattern})`
  const rows = await prisma.$queryRaw<PersonRow[]>`
    SELECT p.id::text, p.name, coalesce(p.email, '') AS email, p.role::text AS role, p.example,
      p.disabled_at AS "disabledAt", p.created_at AS "createdAt",
      CASE WHEN p.locked_until > now() THEN p.locked_until END AS "lockedUntil",
      s.sessions, s.signed_in_at AS "signedInAt"
    FROM person p CROSS JOIN LATERAL (
      SELECT count(*)::int AS sessions, max(created_at) AS signed_in_at
      FROM auth_session WHERE user_id = p.id AND expires_at > now()) s
    WHERE p.kind = 'person' AND (p.name ILIKE ${pattern} OR p.email ILIKE ${pattern})
    ORDER BY p.disabled_at IS NOT NULL, lower(p.name) COLLATE "C", p.id
    LIMIT ${PEOPLE_A_PAGE} OFFSET ${(page - 1) * PEOPLE_A_PAGE}`
  return { rows, total: Number(count?.total ?? 0) }
}

/** Adds somebody who can sign in at once. Their e-mail address is theirs alone. */
export async function addPerson(viewer: Viewer, person: NewPerson): Promise<Result<{ id: string }, 'exists'>> {
  try {
    return await inTransaction(async (tx) => {
      const id = await createPerson(tx, person)
      const detail = { email: person.email, name: person.name, role: person.role }
      await appendEntry(tx, { personId: viewer.id, act: 'person.add', subjectId: id, detail })
      return ok({ id })
    })
  } catch (error) {
    if (isTaken(error)) return fail('exists')
    throw error
  }
}

export type PersonChange = Result<{ id: string }, 'changed' | 'last-admin'>

/** Gives a role to somebody who has the role `from`. The last administrator who can sign in keeps theirs. */
export async function changeRole(viewer: Viewer, id: string, from: Role, to: Role): Promise<PersonChange> {
  return inTransaction(async (tx) => {
    if (to !== 'admin' && (await isLastAdmin(tx, id))) return fail('last-admin')
    const { count } = await tx.person.updateMany({ where: { id, kind: 'person', role: from }, data: { role: to } })
    if (count !== 1) return fail('changed')
    await appendEntry(tx, { personId: viewer.id, act: 'person.role', subjectId: id, detail: { from, to } })
    return ok({ id })
  })
}

/** Keeps somebody out, from their next request on, and takes back the links written for them. */
export async function disablePerson(viewer: Viewer, id: string): Promise<PersonChange> {
  return inTransaction(async (tx) => {
    if (await isLastAdmin(tx, id)) return fail('last-admin')
    const now = new Date()
    const { count } = await tx.person.updateMany({
      where: { id, kind: 'person', disabledAt: null },
      data: { disabledAt: now },
    })
    if (count !== 1) return fail('changed')
    const { count: sessions } = await tx.authSession.deleteMany({ where: { userId: id } })
    const open = { personId: id, acceptedAt: null, revokedAt: null }
    await tx.invitation.updateMany({ where: open, data: { revokedAt: now } })
    await appendEntry(tx, { personId: viewer.id, act: 'person.disable', subjectId: id, detail: { sessions } })
    return ok({ id })
  })
}

/** Lets somebody back in, with the role and the password they had. They sign in anew. */
export async function enablePerson(viewer: Viewer, id: string): Promise<PersonChange> {
  return inTransaction(async (tx) => {
    const { count } = await tx.person.updateMany({
      where: { id, kind: 'person', disabledAt: { not: null } },
      data: { disabledAt: null, failedSignIns: 0, lockedUntil: null },
    })
    if (count !== 1) return fail('changed')
    // One that began while the account was being disabled must not wake up now.
    await tx.authSession.deleteMany({ where: { userId: id } })
    await appendEntry(tx, { personId: viewer.id, act: 'person.enable', subjectId: id })
    return ok({ id })
  })
}

/** Locks the administrators in one order, so that two who demote each other at once cannot both succeed. */
async function isLastAdmin(tx: Transaction, id: string): Promise<boolean> {
  const admins = await tx.$queryRaw<{ id: string }[]>`
    SELECT p.id::text FROM person p
    WHERE p.kind = 'person' AND p.role = 'admin' AND p.disabled_at IS NULL
      AND EXISTS (SELECT 1 FROM auth_user u WHERE u.id = p.id)
    ORDER BY p.id FOR NO KEY UPDATE OF p`
  return admins.length === 1 && admins[0]?.id === id
}
