import { describe, expect, it } from 'vitest'
import { prisma } from '@/lib/data/client'
import { disablePerson } from '@/lib/data/people'
import { testViewer, useTestDatabase } from '@/lib/data/testing/database'
import { addSomebody } from '@/lib/data/testing/people'
import { ensureSetupToken, setUp } from './setup'

useTestDatabase()

const claim = (token: string, number: number) =>
  setUp({ token, name: `Claimer ${number}`, email: `claimer${number}@example.test`, password: 'correct horse battery' })

const admins = () => prisma.person.count({ where: { kind: 'person', role: 'admin', user: { isNot: null } } })

describe('the first administrator', () => {
  it('is made by the newest token, once under ten simultaneous claims, and never again', async () => {
    const former = await ensureSetupToken()
    const newest = await ensureSetupToken()
    if (!former || !newest) throw new Error('no token')
    expect(newest.url).toContain(`/setup?token=${newest.token}`)
    expect(await claim(former.token, 0)).toEqual({ ok: false, reason: 'wrong-token' })
    expect(await claim('', 0)).toEqual({ ok: false, reason: 'wrong-token' })

    const claims = Array.from({ length: 10 }, (_, number) => claim(newest.token, number))
    const outcomes = await Promise.all(claims)
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await admins()).toBe(1)
    expect(await claim(newest.token, 11)).toEqual({ ok: false, reason: 'not-needed' })
    expect(await ensureSetupToken()).toBeNull()
  })

  it('is not offered while an administrator can sign in, however many processes start', async () => {
    const started = await Promise.all([ensureSetupToken(), ensureSetupToken(), ensureSetupToken()])
    expect(started).toEqual([null, null, null])
  })

  it('cannot be made with a token that was printed before another administrator came', async () => {
    const viewer = await testViewer('lead')
    await prisma.person.updateMany({ where: { kind: 'person', role: 'admin' }, data: { role: 'lead' } })
    const offered = await ensureSetupToken()
    const admin = await addSomebody('admin')
    expect(await claim(offered?.token ?? '', 20)).toEqual({ ok: false, reason: 'not-needed' })
    expect(await disablePerson(viewer, admin)).toEqual({ ok: false, reason: 'last-admin' })
  })

  it('stores no token in the clear', async () => {
    await prisma.person.updateMany({ where: { kind: 'person', role: 'admin' }, data: { role: 'lead' } })
    const offered = await ensureSetupToken()
    if (!offered) throw new Error('no token')
    expect(JSON.stringify(await prisma.setting.findMany())).not.toContain(offered.token)
  })
})
