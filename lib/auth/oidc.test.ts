import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { prisma } from '@/lib/data/client'
import { inviteSomebody } from '@/lib/data/invitations'
import { disablePerson } from '@/lib/data/people'
import { testViewer, useTestDatabase } from '@/lib/data/testing/database'
import { addSomebody } from '@/lib/data/testing/people'
import { readEnv } from '@/lib/env'
import { auth } from './auth'
import { answerAuth } from './http'
import { oidcSettings } from './oidc'
import { CLIENT, passProvider, startIdentityProvider } from './testing/identity-provider'

useTestDatabase()

const HOME = 'http://127.0.0.1:3000'
const CALLBACK = `${HOME}/api/auth/oauth2/callback/oidc`
const verified = (email: string) => ({ email, email_verified: true, name: 'As the provider says' })
const people = {
  linked: verified('linked@example.test'),
  invited: verified('invited@example.test'),
  stranger: verified('stranger@example.test'),
  newcomer: verified('newcomer@example.test'),
  unverified: { email: 'invited-too@example.test', name: 'Not verified' },
  thief: { email: 'linked@example.test', email_verified: false, name: 'Not Linked' },
  disabled: verified('disabled@example.test'),
  nameless: { email: 'nameless@example.test', email_verified: true },
  homeless: { name: 'Without an address' },
}
type Who = keyof typeof people

let provider: Awaited<ReturnType<typeof startIdentityProvider>>

beforeAll(async () => {
  provider = await startIdentityProvider({ redirectUri: CALLBACK, people, claimsInIdToken: false })
  process.env.ASSAY_SECRET = 'a secret for the tests, long enough!'
  process.env.OIDC_ISSUER = provider.issuer
  process.env.OIDC_CLIENT_ID = CLIENT.clientId
  process.env.OIDC_CLIENT_SECRET = CLIENT.clientSecret
})
beforeEach(async () => {
  delete process.env.OIDC_DEFAULT_ROLE
  await prisma.authRateLimit.deleteMany()
})
afterAll(() => provider.close())

const cookiesOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')

async function begin(next = '/people?q=1') {
  const headers = { 'content-type': 'application/json', origin: HOME, 'x-forwarded-for': '192.0.2.1' }
  const body = JSON.stringify({ providerId: 'oidc', callbackURL: next, errorCallbackURL: '/login' })
  const response = await answerAuth(new Request(`${HOME}/api/auth/sign-in/oauth2`, { method: 'POST', headers, body }))
  const { url }: { url: string } = await response.json()
  return { url, cookie: cookiesOf(response) }
}

/** Signs in at the provider and comes back: where to, and as whom. */
async function enter(who: Who) {
  const { url, cookie } = await begin()
  const back = await passProvider(url, who, CALLBACK)
  return comeBack(back, cookie)
}

async function comeBack(back: string, cookie: string) {
  const response = await answerAuth(new Request(back, { headers: { cookie, 'x-forwarded-for': '192.0.2.1' } }))
  const session = await auth().api.getSession({ headers: new Headers({ cookie: cookiesOf(response) }) })
  const to = new URL(response.headers.get('location') ?? '', HOME)
  return { to: `${to.pathname}${to.search}`, personId: session?.user.id ?? null }
}

const find = (who: 'linked' | 'invited' | 'stranger' | 'newcomer' | 'unverified' | 'nameless') =>
  prisma.person.findUnique({ where: { email: people[who].email }, include: { user: { include: { accounts: true } } } })

describe('single sign-on', () => {
  it('signs in the person who has the verified address, and keeps none of the provider’s tokens', async () => {
    const id = await addSomebody('researcher', { email: 'linked@example.test', passwordHash: 'x:y' })
    expect(await enter('linked')).toEqual({ to: '/people?q=1', personId: id })
    expect(await enter('linked')).toEqual({ to: '/people?q=1', personId: id })
    const person = await find('linked')
    expect(person?.role).toBe('researcher')
    const linked = person?.user?.accounts.filter(({ providerId }) => providerId === 'oidc')
    expect(linked).toMatchObject([{ accountId: 'linked', accessToken: null, refreshToken: null, idToken: null }])
  })

  it('makes a person of an invitation, with its role, and uses it up', async () => {
    const ada = await testViewer('admin')
    await inviteSomebody(ada, { email: 'invited@example.test', name: 'Guest', role: 'lead', tokenHash: 'h1' })
    const { to, personId } = await enter('invited')
    expect(to).toBe('/people?q=1')
    expect(await find('invited')).toMatchObject({ id: personId, role: 'lead', name: 'As the provider says' })
    expect((await prisma.invitation.findUnique({ where: { tokenHash: 'h1' } }))?.acceptedAt).not.toBeNull()
    const entries = await prisma.entry.findMany({ where: { subjectId: personId ?? '' }, select: { act: true } })
    expect(entries).toEqual([{ act: 'person.accept' }])
  })

  it('keeps a stranger out, unless there is a role for strangers', async () => {
    expect(await enter('stranger')).toEqual({ to: '/login?error=not_invited', personId: null })
    expect(await find('stranger')).toBeNull()
    process.env.OIDC_DEFAULT_ROLE = 'annotator'
    expect((await enter('newcomer')).personId).not.toBeNull()
    expect(await find('newcomer')).toMatchObject({ role: 'annotator' })
  })

  it('takes no address that the provider has not verified: neither an invited one nor somebody’s', async () => {
    const ada = await testViewer('admin')
    await inviteSomebody(ada, { email: 'invited-too@example.test', name: 'Guest', role: 'admin', tokenHash: 'h2' })
    expect(await enter('unverified')).toEqual({ to: '/login?error=email_not_verified', personId: null })
    expect(await find('unverified')).toBeNull()
    expect((await prisma.invitation.findUnique({ where: { tokenHash: 'h2' } }))?.acceptedAt).toBeNull()
    expect(await enter('thief')).toEqual({ to: '/login?error=account_not_linked', personId: null })
  })

  it('keeps a disabled person out', async () => {
    const ada = await testViewer('admin')
    const id = await addSomebody('lead', { email: 'disabled@example.test' })
    await disablePerson(ada, id)
    expect(await enter('disabled')).toEqual({ to: '/login?error=disabled&error_description=disabled', personId: null })
  })

  it('calls somebody without a name by their address, and says so where there is no address', async () => {
    process.env.OIDC_DEFAULT_ROLE = 'annotator'
    await enter('nameless')
    expect(await find('nameless')).toMatchObject({ name: 'nameless@example.test' })
    expect((await enter('homeless')).to).toMatch(/^\/login\?error=email_is_missing/)
  })

  it('takes an answer once, with the state of the browser that asked', async () => {
    const mine = await begin()
    const back = await passProvider(mine.url, 'linked', CALLBACK)
    const other = await begin()
    expect((await comeBack(back, other.cookie)).personId).toBeNull()
    expect((await comeBack(back, '')).personId).toBeNull()

    const again = await begin()
    const once = await passProvider(again.url, 'linked', CALLBACK)
    expect((await comeBack(once, again.cookie)).personId).not.toBeNull()
    expect((await comeBack(once, again.cookie)).personId).toBeNull()
  })

  it('leads nowhere but home', async () => {
    const headers = { 'content-type': 'application/json', origin: HOME }
    const body = JSON.stringify({ providerId: 'oidc', callbackURL: 'https://evil.example/' })
    const response = await answerAuth(new Request(`${HOME}/api/auth/sign-in/oauth2`, { method: 'POST', headers, body }))
    expect(response.status).toBe(403)
  })
})

describe('oidcSettings', () => {
  it('is off where nothing is set, and says what is missing where some of it is', () => {
    expect(oidcSettings(readEnv({}))).toBeNull()
    expect(() => oidcSettings(readEnv({ OIDC_ISSUER: 'https://id.example.org' }))).toThrow('OIDC_CLIENT_SECRET')
  })
})
