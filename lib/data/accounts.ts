import 'server-only'
import { v7 as newId } from 'uuid'
import type { Role } from '@/lib/auth/viewer'
import type { Transaction } from '@/lib/data/client'
import { Prisma } from '@/prisma/generated/client'

/** Attempts to sign in that fail in a row before an account rests. */
export const FAILURES_ALLOWED = 10
/** How long it rests. */
export const LOCK_MINUTES = 15

export type NewPerson = {
  name: string
  /** Lower case. */
  email: string
  role: Role
  /** As better-auth hashes it; left out for somebody who signs in through a provider. */
  passwordHash?: string
  example?: boolean
}

/** Makes a person who can sign in: the person, better-auth's user of the same id, and the password. */
export async function createPerson(tx: Transaction, { name, email, role, passwordHash, example }: NewPerson) {
  const id = newId()
  await tx.person.create({ data: { id, name, email, role, example: example ?? false } })
  // The address is vouched for by whoever let this person in, so that single sign-on may link to it.
  await tx.authUser.create({ data: { id, name, email, emailVerified: true } })
  if (passwordHash !== undefined) await setPassword(tx, id, passwordHash)
  return id
}

/** Sets a password, unlocks the account and ends its sessions but the one that is kept. */
export async function setPassword(tx: Transaction, personId: string, passwordHash: string, keepSessionId?: string) {
  await tx.authAccount.upsert({
    where: { providerId_accountId: { providerId: 'credential', accountId: personId } },
    create: { id: newId(), providerId: 'credential', accountId: personId, userId: personId, password: passwordHash },
    update: { password: passwordHash },
  })
  await tx.person.update({ where: { id: personId }, data: { failedSignIns: 0, lockedUntil: null } })
  await tx.authSession.deleteMany({ where: { userId: personId, id: keepSessionId && { not: keepSessionId } } })
}

/** Whether this error says that the address already belongs to somebody. */
export function isTaken(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002'
}
