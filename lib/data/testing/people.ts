import { randomBytes } from 'node:crypto'
import { v7 as newId } from 'uuid'
import type { Role } from '@/lib/auth/viewer'
import { createPerson } from '@/lib/data/accounts'
import { inTransaction, prisma } from '@/lib/data/client'

/** Somebody who can sign in; with a password only where its hash is given. Returns their id. */
export async function addSomebody(role: Role, given: { email?: string; passwordHash?: string } = {}): Promise<string> {
  const tail = randomBytes(4).toString('hex')
  return inTransaction((tx) =>
    createPerson(tx, { name: `${role} ${tail}`, email: `${tail}@example.test`, role, ...given }),
  )
}

/** A session of theirs that lasts an hour. Returns its token. */
export async function addSession(userId: string): Promise<string> {
  const token = randomBytes(16).toString('hex')
  const expiresAt = new Date(Date.now() + 3_600_000)
  await prisma.authSession.create({ data: { id: newId(), token, userId, expiresAt } })
  return token
}
