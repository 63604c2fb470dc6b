import 'server-only'
import { inTransaction, prisma, type Transaction } from '@/lib/data/client'
import { appendEntry } from '@/lib/data/entries'
import { fail, ok, type Result } from '@/lib/result'
import { createPerson, isTaken } from './accounts'

const KEY = 'first-administrator-token'

const signsIn = { kind: 'person', role: 'admin', disabledAt: null, user: { isNot: null } } as const

/** Whether somebody can sign in as an administrator. */
export async function hasAdministrator(): Promise<boolean> {
  return (await prisma.person.count({ where: signsIn })) > 0
}

// Whoever makes the first administrator, and whoever offers the token for it, waits for the other.
const oneAtATime = (tx: Transaction) => tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${KEY}, 0))`

/** Keeps the hash of a token that makes its bearer the first administrator, in place of an earlier one. */
export async function offerFirstAdministrator(tokenHash: string): Promise<Result<null, 'not-needed'>> {
  return inTransaction(async (tx) => {
    await oneAtATime(tx)
    if ((await tx.person.count({ where: signsIn })) > 0) {
      await tx.setting.deleteMany({ where: { key: KEY } })
      return fail('not-needed')
    }
    const value = { hash: tokenHash }
    await tx.setting.upsert({ where: { key: KEY }, create: { key: KEY, value }, update: { value } })
    return ok(null)
  })
}

type Claim = { tokenHash: string; name: string; email: string; passwordHash: string }

/** Uses the token up: of any number of simultaneous claims one succeeds, and none after it. */
export async function claimFirstAdministrator({
  tokenHash,
  ...person
}: Claim): Promise<Result<{ id: string }, 'wrong-token' | 'not-needed' | 'exists'>> {
  try {
    return await inTransaction(async (tx) => {
      await oneAtATime(tx)
      if ((await tx.person.count({ where: signsIn })) > 0) return fail('not-needed')
      const used = await tx.setting.deleteMany({ where: { key: KEY, value: { path: ['hash'], equals: tokenHash } } })
      if (used.count !== 1) return fail('wrong-token')
      const id = await createPerson(tx, { ...person, role: 'admin' })
      const detail = { email: person.email, role: 'admin', first: true }
      await appendEntry(tx, { personId: id, act: 'person.add', subjectId: id, detail })
      return ok({ id })
    })
  } catch (error) {
    if (isTaken(error)) return fail('exists')
    throw error
  }
}
