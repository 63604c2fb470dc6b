import { describe, expect, it } from 'vitest'
import type { Role } from '@/lib/auth/viewer'
import { prisma } from './client'
import { verifyChain } from './entries'
import { addPerson, changeRole, disablePerson, enablePerson, findActivePerson, listPeople } from './people'
import { endSessions } from './sessions'
import { testViewer, useTestDatabase } from './testing/database'
import { addSession, addSomebody } from './testing/people'

useTestDatabase()

const entriesAbout = (subjectId: string) =>
  prisma.entry.findMany({
    where: { subjectId },
    orderBy: { seq: 'asc' },
    select: { act: true, personId: true, detail: true },
  })

describe('addPerson', () => {
  it('gives one of two simultaneous additions the address', async () => {
    const ada = await testViewer('admin')
    const add = (name: string) => addPerson(ada, { name, email: 'one@example.test', role: 'lead' })
    const outcomes = await Promise.all([add('first'), add('second')])
    expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true])
    expect(await prisma.person.count({ where: { email: 'one@example.test' } })).toBe(1)
  })
})

describe('changeRole', () => {
  it('changes the role it was told of, and says so in the log', async () => {
    const ada = await testViewer('admin')
    const leo = await addSomebody('lead')
    expect(await changeRole(ada, leo, 'lead', 'researcher')).toEqual({ ok: true, value: { id: leo } })
    expect((await findActivePerson(leo))?.role).toBe('researcher')
    expect(await entriesAbout(leo)).toEqual([
      { act: 'person.role', personId: ada.id, detail: { from: 'lead', to: 'researcher' } },
    ])
  })

  it('refuses where somebody changed it meanwhile, and writes nothing', async () => {
    const ada = await testViewer('admin')
    const leo = await addSomebody('lead')
    expect(await changeRole(ada, leo, 'annotator', 'admin')).toEqual({ ok: false, reason: 'changed' })
    expect(await entriesAbout(leo)).toEqual([])
  })

  it.each<[string, string]>([
    ['operator', '00000000-0000-7000-8000-000000000001'],
    ['system', '00000000-0000-7000-8000-000000000002'],
  ])('leaves the built-in %s alone', async (_, id) => {
    const ada = await testViewer('admin')
    expect(await changeRole(ada, id, 'admin', 'annotator')).toEqual({ ok: false, reason: 'changed' })
    expect(await disablePerson(ada, id)).toEqual({ ok: false, reason: 'changed' })
  })
})

describe('the last administrator', () => {
  const remaining = () =>
    prisma.person.count({ where: { kind: 'person', role: 'admin', disabledAt: null, user: { isNot: null } } })
  const twoAdmins = async () => {
    await prisma.person.updateMany({ where: { kind: 'person', role: 'admin' }, data: { role: 'lead' } })
    return [await addSomebody('admin'), await addSomebody('admin')] as const
  }

  it('can be neither demoted nor disabled', async () => {
    const viewer = await testViewer('lead')
    const [one, two] = await twoAdmins()
    expect((await disablePerson(viewer, one)).ok).toBe(true)
    expect(await disablePerson(viewer, two)).toEqual({ ok: false, reason: 'last-admin' })
    expect(await changeRole(viewer, two, 'admin', 'lead')).toEqual({ ok: false, reason: 'last-admin' })
    expect((await enablePerson(viewer, one)).ok).toBe(true)
    expect((await changeRole(viewer, two, 'admin', 'lead')).ok).toBe(true)
  })

  it('is left when two administrators demote or disable each other at once, 20 times', async () => {
    const viewer = await testViewer('lead')
    for (let round = 0; round < 20; round += 1) {
      const [one, two] = await twoAdmins()
      const outcomes = await Promise.all([changeRole(viewer, one, 'admin', 'lead'), disablePerson(viewer, two)])
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
      expect(await remaining()).toBe(1)
    }
  })
})

describe('disablePerson', () => {
  it('ends the sessions, takes back the links, and keeps the person', async () => {
    const ada = await testViewer('admin')
    await addSomebody('admin')
    const leo = await addSomebody('lead')
    await addSession(leo)
    await addSession(leo)
    expect((await disablePerson(ada, leo)).ok).toBe(true)
    expect(await findActivePerson(leo)).toBeNull()
    expect(await prisma.authSession.count({ where: { userId: leo } })).toBe(0)
    expect(await disablePerson(ada, leo)).toEqual({ ok: false, reason: 'changed' })
    expect((await enablePerson(ada, leo)).ok).toBe(true)
    expect((await findActivePerson(leo))?.role).toBe('lead')
    expect((await entriesAbout(leo)).map(({ act }) => act)).toEqual(['person.disable', 'person.enable'])
  })
})

describe('endSessions', () => {
  it('ends all of one person and none of another', async () => {
    const ada = await testViewer('admin')
    const [leo, rita] = [await addSomebody('lead'), await addSomebody('researcher')]
    await Promise.all([addSession(leo), addSession(leo), addSession(rita)])
    expect(await endSessions(ada, leo)).toEqual({ ok: true, value: { ended: 2 } })
    expect(await endSessions(ada, leo)).toEqual({ ok: false, reason: 'changed' })
    expect(await prisma.authSession.count({ where: { userId: rita } })).toBe(1)
  })
})

describe('listPeople', () => {
  it('finds by name or address, taking % and _ as they are written', async () => {
    const ada = await testViewer('admin')
    await addPerson(ada, { name: '100% Zoë_', email: 'zoe@find.test', role: 'annotator' })
    const found = async (search: string) => (await listPeople(ada, { search, page: 1 })).rows.map(({ name }) => name)
    expect(await found('100%')).toEqual(['100% Zoë_'])
    expect(await found('ZOE@find')).toEqual(['100% Zoë_'])
    expect(await found('zoë\\_')).toEqual([])
    expect(await found('_find')).toEqual([])
  })

  it('pages without losing or repeating anybody', async () => {
    const ada = await testViewer('admin')
    const roles: Role[] = ['annotator', 'lead', 'researcher']
    for (let index = 0; index < 120; index += 1) await addSomebody(roles[index % 3] ?? 'lead')
    const first = await listPeople(ada, { search: '', page: 1 })
    const pages = await Promise.all([1, 2, 3, 4].map((page) => listPeople(ada, { search: '', page })))
    const ids = pages.flatMap(({ rows }) => rows.map(({ id }) => id))
    expect(ids).toHaveLength(first.total)
    expect(new Set(ids).size).toBe(first.total)
  })
})

it('leaves a whole chain behind', async () => {
  expect((await verifyChain()).whole).toBe(true)
})
