import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { prisma } from '@/lib/data/client'
import { disablePerson } from '@/lib/data/people'
import { testViewer, useTestDatabase } from '@/lib/data/testing/database'
import { addSomebody } from '@/lib/data/testing/people'
import { auth } from './auth'
import { answerAuth } from './http'
import { hashPassword } from './password'

useTestDatabase()

const HOME = 'http://127.0.0.1:3000'
const PASSWORD = 'correct horse battery'
let passwordHash: string

beforeAll(async () => {
  process.env.ASSAY_SECRET = 'a secret for the tests, long enough!'
  passwordHash = await hashPassword(PASSWORD)
})
beforeEach(async () => {
  await prisma.authRateLimit.deleteMany()
})

type Asked = { method?: string; origin?: string | null; from?: string; cookie?: string; body?: unknown }

function ask(path: string, { method = 'POST', origin = HOME, from = '192.0.2.1', cookie, body }: Asked = {}) {
  const headers = new Headers({ 'content-type': 'application/json', 'x-forwarded-for': from })
  if (origin !== null) headers.set('origin', origin)
  if (cookie) headers.set('cookie', cookie)
  const init = { method, headers, ...(method === 'GET' ? {} : { body: JSON.stringify(body ?? {}) }) }
  return answerAuth(new Request(`${HOME}/api/auth${path}`, init))
}

let address = 0
/** Each from an address of its own, so that the limit of one does not stand before the lock of the account. */
function signIn(email: string, password: string, from?: string) {
  address += 1
  return ask('/sign-in/email', { from: from ?? `198.51.${address >> 8}.${address & 255}`, body: { email, password } })
}

const said = async (response: Response) => ({ status: response.status, body: await response.text() })

describe('sign-in by password', () => {
  it('begins a session that the cookie opens, whatever the case of the address', async () => {
    await addSomebody('lead', { email: 'leo@example.test', passwordHash })
    const response = await signIn('LEO@example.test', PASSWORD)
    expect(response.status).toBe(200)
    const [cookie = ''] = response.headers.getSetCookie()
    expect(cookie).toMatch(/^assay-3000\.session_token=.*HttpOnly.*SameSite=Lax/)
    const session = await auth().api.getSession({ headers: new Headers({ cookie: cookie.split(';')[0] ?? '' }) })
    expect(session?.user.email).toBe('leo@example.test')
  })

  it('says the same to a wrong password, an unknown address, a locked and a disabled account', async () => {
    const viewer = await testViewer('admin')
    await addSomebody('lead', { email: 'known@example.test', passwordHash })
    await addSomebody('lead', { email: 'no-password@example.test' })
    const locked = await addSomebody('lead', { email: 'locked@example.test', passwordHash })
    await prisma.person.update({ where: { id: locked }, data: { lockedUntil: new Date(Date.now() + 60_000) } })
    const disabled = await addSomebody('lead', { email: 'disabled@example.test', passwordHash })
    await disablePerson(viewer, disabled)

    const wrong = await said(await signIn('known@example.test', 'not it at all'))
    expect(wrong.status).toBe(401)
    expect(await said(await signIn('nobody@example.test', PASSWORD))).toEqual(wrong)
    expect(await said(await signIn('no-password@example.test', PASSWORD))).toEqual(wrong)
    expect(await said(await signIn('locked@example.test', PASSWORD))).toEqual(wrong)
    expect(await said(await signIn('disabled@example.test', PASSWORD))).toEqual(wrong)
  })
})

describe('the lock of an account', () => {
  const stateOf = (id: string) =>
    prisma.person.findUniqueOrThrow({ where: { id }, select: { failedSignIns: true, lockedUntil: true } })

  it('falls after ten failures in a row, from however many addresses, and is in the log', async () => {
    const id = await addSomebody('lead', { email: 'ten@example.test', passwordHash })
    for (let attempt = 0; attempt < 10; attempt += 1) await signIn('ten@example.test', 'wrong password')
    expect((await signIn('ten@example.test', PASSWORD)).status).toBe(401)
    const { lockedUntil } = await stateOf(id)
    const minutes = ((lockedUntil?.getTime() ?? 0) - Date.now()) / 60_000
    expect(minutes).toBeGreaterThan(14)
    expect(minutes).toBeLessThanOrEqual(15)
    expect(await prisma.entry.count({ where: { act: 'person.lock', subjectId: id } })).toBe(1)
  })

  it('lets no more than ten of thirty simultaneous guesses see the password', async () => {
    const id = await addSomebody('lead', { email: 'burst@example.test', passwordHash })
    await Promise.all(Array.from({ length: 30 }, () => signIn('burst@example.test', 'wrong password')))
    expect((await stateOf(id)).failedSignIns).toBe(10)
  })

  it('opens by itself when its time is over', async () => {
    const id = await addSomebody('lead', { email: 'over@example.test', passwordHash })
    const past = { failedSignIns: 10, lockedUntil: new Date(Date.now() - 1000) }
    await prisma.person.update({ where: { id }, data: past })
    expect((await signIn('over@example.test', 'wrong password')).status).toBe(401)
    expect(await stateOf(id)).toEqual({ failedSignIns: 1, lockedUntil: null })
    expect((await signIn('over@example.test', PASSWORD)).status).toBe(200)
  })

  it('forgets nine failures at a success', async () => {
    const id = await addSomebody('lead', { email: 'nine@example.test', passwordHash })
    for (let attempt = 0; attempt < 9; attempt += 1) await signIn('nine@example.test', 'wrong password')
    expect((await signIn('nine@example.test', PASSWORD)).status).toBe(200)
    expect(await stateOf(id)).toEqual({ failedSignIns: 0, lockedUntil: null })
  })
})

describe('the rate limit', () => {
  it('lets three tries in ten seconds come from one address, and others come still', async () => {
    const tries = await Promise.all(Array.from({ length: 6 }, () => signIn('who@example.test', 'wrong', '203.0.113.7')))
    expect(tries.map(({ status }) => status).sort()).toEqual([401, 401, 401, 429, 429, 429])
    expect((await signIn('who@example.test', 'wrong', '203.0.113.8')).status).toBe(401)
  })
})

describe('what is answered', () => {
  it.each([
    ['POST', '/sign-up/email'],
    ['POST', '/change-password'],
    ['POST', '/change-email'],
    ['POST', '/update-user'],
    ['POST', '/delete-user'],
    ['POST', '/request-password-reset'],
    ['POST', '/reset-password'],
    ['POST', '/revoke-sessions'],
    ['POST', '/sign-in/social'],
    ['POST', '/link-social'],
    ['GET', '/list-sessions'],
    ['GET', '/error'],
    ['GET', '/sign-in/email'],
    ['DELETE', '/sign-out'],
  ])('not %s %s', async (method, path) => {
    expect((await ask(path, { method })).status).toBe(404)
  })

  it.each([null, 'null', 'https://evil.example', 'http://127.0.0.1:3001', 'http://127.0.0.1:3000.evil.example'])(
    'no change from the origin %s',
    async (origin) => {
      const email = `origin-${Math.random()}@example.test`
      await addSomebody('lead', { email, passwordHash })
      const body = { email, password: PASSWORD }
      const response = await ask('/sign-in/email', { origin, body })
      expect(response.status).toBe(403)
      expect(response.headers.getSetCookie()).toEqual([])
    },
  )
})

describe('signing out', () => {
  it('ends the session in the store', async () => {
    const id = await addSomebody('lead', { email: 'out@example.test', passwordHash })
    const [cookie = ''] = (await signIn('out@example.test', PASSWORD)).headers.getSetCookie()
    expect(await prisma.authSession.count({ where: { userId: id } })).toBe(1)
    expect((await ask('/sign-out', { cookie: cookie.split(';')[0] ?? '' })).status).toBe(200)
    expect(await prisma.authSession.count({ where: { userId: id } })).toBe(0)
  })
})
