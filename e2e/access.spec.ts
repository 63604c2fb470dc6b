import type { APIRequestContext } from '@playwright/test'
import { type Guard, guarded } from '@/lib/auth/guarded'
import { may } from '@/lib/auth/permissions'
import { type Role, roles } from '@/lib/auth/viewer'
import { findAction, realAddress } from './entrances'
import { expect, test } from './fixtures'

// Every entrance of the application, tried by each role and by nobody. Asked over HTTP: what a page hides is not enough.

/** How an action that answers everybody says no. */
const FORBIDDEN = '"reason":"forbidden"'

/** How lib/auth/session.ts refuses a route. */
const NOBODY = '401 {"error":"Sign in first."}'
const NOT_FOUND = '404 {"error":"Not found."}'

type Who = Role | 'nobody'
const everybody: Who[] = ['nobody', ...roles]

const mayEnter = (who: Who, guard: Guard) =>
  guard === 'public' || (who !== 'nobody' && (guard === 'signed in' || may({ role: who }, guard)))

const entrances = Object.entries(guarded).map(([entrance, guard]) => {
  const [kind = '', second = '', third = ''] = entrance.split(' ')
  return { entrance, kind, second, third, guard }
})

type Asked = { cookie?: string; origin?: string | undefined; action?: string; method?: string }

const ask = (request: APIRequestContext, address: string, { cookie, origin, action, method = 'GET' }: Asked) =>
  request.fetch(address, {
    method: action ? 'POST' : method,
    maxRedirects: 0,
    headers: {
      ...(cookie ? { cookie } : {}),
      ...(origin ? { origin } : {}),
      ...(action
        ? { 'next-action': action, accept: 'text/x-component', 'content-type': 'text/plain;charset=UTF-8' }
        : {}),
    },
    ...(action ? { data: '[{}]' } : {}),
  })

for (const { entrance, second: address, guard } of entrances.filter(({ kind }) => kind === 'page')) {
  test(`${entrance} (${guard})`, async ({ request, somebody, cookieOf }) => {
    const real = await realAddress(address)
    for (const who of everybody) {
      const cookie = who === 'nobody' ? '' : await cookieOf(await somebody(who))
      const response = await ask(request, real, { cookie })
      const to = response.headers().location ?? ''
      const got = `${who}: ${response.status()} ${to}`
      if (mayEnter(who, guard)) {
        // /login sends on whoever is signed in, and /setup is gone once there is an administrator.
        const open = address === '/login' && who !== 'nobody' ? 307 : address === '/setup' ? 404 : 200
        expect(got).toBe(`${who}: ${open} ${open === 307 ? '/' : ''}`)
      } else if (who === 'nobody') {
        expect(got).toContain(`${who}: 307 /login`)
        expect(await response.text()).not.toContain('<main')
      } else expect(got).toBe(`${who}: 404 `)
    }
  })
}

for (const { entrance, second: method, third: address, guard } of entrances.filter(({ kind }) => kind === 'route')) {
  test(`${entrance} (${guard})`, async ({ request, somebody, cookieOf, baseURL }) => {
    const real = await realAddress(address)
    const changes = !['GET', 'HEAD'].includes(method)
    for (const who of everybody) {
      const cookie = who === 'nobody' ? '' : await cookieOf(await somebody(who))
      const response = await ask(request, real, { cookie, method, origin: changes ? baseURL : undefined })
      const status = response.status()
      const got = `${who}: ${status} ${(await response.text()).slice(0, 40)}`
      if (!mayEnter(who, guard)) expect(got).toBe(`${who}: ${who === 'nobody' ? NOBODY : NOT_FOUND}`)
      else {
        expect(got).not.toMatch(/: (401|403|5\d\d)/)
        if (guard !== 'public') expect(got).not.toContain(NOT_FOUND)
      }
      if (!changes) continue
      for (const origin of [undefined, 'null', 'https://evil.example']) {
        const refused = await ask(request, real, { cookie, method, origin })
        expect(`${who} from ${origin}: ${refused.status()}`).toMatch(/: (403|404)$/)
      }
    }
  })
}

for (const { entrance, second: address, third: name, guard } of entrances.filter(({ kind }) => kind === 'action')) {
  test(`${entrance} (${guard})`, async ({ request, somebody, cookieOf, baseURL }) => {
    const admin = await cookieOf(await somebody('admin'))
    // A development server knows an action once its page was built, which the tests of pages above have done.
    const { id: action, page: pattern } = findAction(address, name)
    const page = await realAddress(pattern)
    await ask(request, page, { cookie: admin })

    for (const who of everybody) {
      const cookie = who === 'nobody' ? '' : await cookieOf(await somebody(who))
      for (const origin of [undefined, 'null', 'https://evil.example']) {
        const refused = await ask(request, page, { cookie, action, origin })
        expect(`${who} from ${origin}: ${refused.status()}`).toMatch(/: (404|500)$/)
      }
      const response = await ask(request, page, { cookie, action, origin: baseURL })
      const status = response.status()
      const to = response.headers()['x-action-redirect'] ?? ''
      if (mayEnter(who, guard)) {
        expect(`${who}: ${status} ${to}`).toBe(`${who}: 200 `)
        expect(await response.text()).not.toContain(FORBIDDEN)
      } else if (who === 'nobody') expect(to).toMatch(/^\/login/)
      else if (status === 200) expect(await response.text()).toContain(FORBIDDEN)
      else expect(`${who}: ${status}`).toBe(`${who}: 404`)
    }
  })
}
