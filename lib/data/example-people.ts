import 'server-only'
import { SYSTEM_ID } from '@/lib/auth/viewer'
import { inTransaction, prisma } from '@/lib/data/client'
import { appendEntry } from '@/lib/data/entries'
import { createPerson, type NewPerson } from './accounts'

const KEY = 'example-people'

export type ExamplePerson = NewPerson & { passwordHash: string }

/**
 * Makes the example people, once in the life of a store: whoever is removed stays away. An address that somebody
 * already has is left alone.
 *
 * @param keep is called before the commit, so that a password which nobody could read again is never kept
 */
export async function makeExamplePeople(people: ExamplePerson[], keep: () => Promise<void>): Promise<void> {
  await inTransaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${KEY}, 0))`
    if (await tx.setting.findUnique({ where: { key: KEY } })) return
    const emails = people.map(({ email }) => email)
    const taken = await tx.person.findMany({ where: { email: { in: emails } }, select: { email: true } })
    const fresh = people.filter(({ email }) => !taken.some((person) => person.email === email))
    const made = []
    for (const person of fresh) made.push({ ...person, id: await createPerson(tx, { ...person, example: true }) })
    await tx.setting.create({ data: { key: KEY, value: { emails: fresh.map(({ email }) => email) } } })
    await keep()
    for (const { id, email, role } of made)
      await appendEntry(tx, { personId: SYSTEM_ID, act: 'person.add', subjectId: id, detail: { email, role } })
  })
}

/** The example people who may sign in, with the hash of the password each has now. */
export async function listExamplePeople() {
  const people = await prisma.person.findMany({
    where: { example: true, disabledAt: null, kind: 'person' },
    orderBy: { createdAt: 'asc' },
    select: { email: true, role: true, user: { select: { accounts: { where: { providerId: 'credential' } } } } },
  })
  return people.map(({ email, role, user }) => ({
    email: email ?? '',
    role,
    passwordHash: user?.accounts.at(0)?.password ?? null,
  }))
}
