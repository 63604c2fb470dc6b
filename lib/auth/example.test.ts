import { mkdtempSync, rmSync, statSync, unlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { prisma } from '@/lib/data/client'
import { disablePerson } from '@/lib/data/people'
import { testViewer, useTestDatabase } from '@/lib/data/testing/database'
import { addSomebody } from '@/lib/data/testing/people'
import { ensureExampleAccounts } from './example'
import { hashPassword } from './password'

useTestDatabase()

const home = mkdtempSync(path.join(tmpdir(), 'assay-example-'))
beforeAll(() => {
  process.env.ASSAY_HOME = home
})
afterAll(() => rmSync(home, { recursive: true }))

describe('ensureExampleAccounts', () => {
  it('makes one of each role under three simultaneous starts, each with its own password', async () => {
    const [accounts = []] = await Promise.all([
      ensureExampleAccounts(),
      ensureExampleAccounts(),
      ensureExampleAccounts(),
    ])
    expect(accounts.map(({ email, role }) => `${email} ${role}`)).toEqual([
      'ana@example.org annotator',
      'leo@example.org lead',
      'rita@example.org researcher',
      'ada@example.org admin',
    ])
    const again = await ensureExampleAccounts()
    expect(new Set(again.map(({ password }) => password)).size).toBe(4)
    expect(again.every(({ password }) => password !== null && password.length >= 20)).toBe(true)
    expect(statSync(path.join(home, 'accounts.json')).mode & 0o777).toBe(0o600)
  })

  it('tells no password that was changed', async () => {
    const ana = await prisma.person.findUniqueOrThrow({ where: { email: 'ana@example.org' } })
    await prisma.authAccount.updateMany({
      where: { userId: ana.id },
      data: { password: await hashPassword('changed it') },
    })
    const accounts = await ensureExampleAccounts()
    expect(accounts.map(({ password }) => password === null)).toEqual([true, false, false, false])
  })

  it('leaves a removed one away, even when all are removed', async () => {
    const viewer = await testViewer('admin')
    await addSomebody('admin')
    for (const { id } of await prisma.person.findMany({ where: { example: true } })) await disablePerson(viewer, id)
    expect(await ensureExampleAccounts()).toEqual([])
    expect(await prisma.person.count({ where: { example: true } })).toBe(4)
  })

  it('starts without accounts.json', async () => {
    unlinkSync(path.join(home, 'accounts.json'))
    expect(await ensureExampleAccounts()).toEqual([])
  })
})
