import 'server-only'
import { v7 as newId } from 'uuid'
import { type Role, SYSTEM_ID } from '@/lib/auth/viewer'
import { inTransaction, prisma } from '@/lib/data/client'
import { appendEntry } from '@/lib/data/entries'
import { fail, ok, type Result } from '@/lib/result'
import { FAILURES_ALLOWED, LOCK_MINUTES } from './accounts'

/**
 * Counts an attempt before the password is looked at, so that a hundred simultaneous guesses are a hundred attempts.
 * A success takes the count back (`welcomePerson`).
 *
 * @param email lower case
 * @returns whether the account may be tried now; true for an address nobody has
 */
export async function countAttempt(email: string): Promise<boolean> {
  return inTransaction(async (tx) => {
    const [person] = await tx.$queryRaw<{ id: string; failures: number; locked: boolean }[]>`
      SELECT id::text, locked_until > now() AS locked,
        CASE WHEN locked_until <= now() THEN 0 ELSE failed_sign_ins END AS failures
      FROM person WHERE email = ${email} FOR NO KEY UPDATE`
    if (!person) return true
    if (person.locked) return false
    const failures = person.failures + 1
    const locks = failures >= FAILURES_ALLOWED
    const lockedUntil = locks ? new Date(Date.now() + LOCK_MINUTES * 60_000) : null
    await tx.person.update({ where: { id: person.id }, data: { failedSignIns: failures, lockedUntil } })
    if (locks)
      await appendEntry(tx, { personId: SYSTEM_ID, act: 'person.lock', subjectId: person.id, detail: { failures } })
    return true
  })
}

/** Forgets the failed attempts of somebody who has just proved who they are. */
export async function welcomePerson(id: string): Promise<void> {
  await prisma.person.updateMany({
    where: { id, failedSignIns: { gt: 0 } },
    data: { failedSignIns: 0, lockedUntil: null },
  })
}

/** Whether a session may begin for this id. Those of theirs that ran out are cleared away. */
export async function mayBeginSession(id: string): Promise<boolean> {
  await prisma.authSession.deleteMany({ where: { userId: id, expiresAt: { lt: new Date() } } })
  return (await prisma.person.count({ where: { id, kind: 'person', disabledAt: null } })) > 0
}

type Newcomer = { email: string; name: string; defaultRole: Role | undefined }

/**
 * Finds the place of somebody whom a provider vouches for and who has no account with us: the person of that address,
 * or one made by the invitation to it, or, where there is a default role, a new one.
 */
export async function admitByProvider({
  email,
  name,
  defaultRole,
}: Newcomer): Promise<Result<{ id: string }, 'not_invited' | 'disabled'>> {
  return inTransaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`invitation ${email}`}, 0))`
    const known = await tx.person.findUnique({ where: { email }, select: { id: true, disabledAt: true } })
    if (known) return known.disabledAt ? fail('disabled') : ok({ id: known.id })

    const [link] = await tx.invitation.updateManyAndReturn({
      where: { email, personId: null, acceptedAt: null, revokedAt: null, expiresAt: { gt: new Date() } },
      data: { acceptedAt: new Date() },
      select: { id: true, role: true },
    })
    const role = link?.role ?? defaultRole
    if (!role) return fail('not_invited')
    const id = newId()
    await tx.person.create({ data: { id, name, email, role } })
    const detail = { email, role, by: 'provider', invitation: link?.id ?? null }
    await appendEntry(tx, { personId: id, act: 'person.accept', subjectId: id, detail })
    return ok({ id })
  })
}
