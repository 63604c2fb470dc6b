import AxeBuilder from '@axe-core/playwright'
import { test as base, expect, type Page } from '@playwright/test'
import type { Role } from '@/lib/auth/viewer'
import { closeStore, makePerson, makeSession, removePerson, type Somebody } from './people'
import { runningAddress } from './running'

type Fixtures = {
  /** Somebody of that role who can sign in, with that password where one is given. Gone after the test. */
  somebody: (role: Role, password?: string) => Promise<Somebody>
  /** The same, signed in with this test's browser; nobody fills in the form. */
  signIn: (role: Role) => Promise<Somebody>
  /** A Cookie header of theirs, for requests without a browser. */
  cookieOf: (person: Somebody) => Promise<string>
  /** Finds nothing wrong with the page for people who see, hear or type otherwise, in light and dark. */
  axe: (page: Page) => Promise<void>
}

export const test = base.extend<Fixtures, { storeOfWorker: undefined }>({
  storeOfWorker: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern
    async ({}, use) => {
      await use(undefined)
      await closeStore()
    },
    { scope: 'worker', auto: true },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: see above
  somebody: async ({}, use) => {
    const made: Somebody[] = []
    await use(async (role, password) => {
      const person = await makePerson(role, password)
      made.push(person)
      return person
    })
    for (const { id } of made) await removePerson(id)
  },
  signIn: async ({ somebody, context }, use) => {
    await use(async (role) => {
      const person = await somebody(role)
      const cookie = await makeSession(person.id)
      await context.addCookies([{ ...cookie, url: runningAddress(), httpOnly: true, sameSite: 'Lax' }])
      return person
    })
  },
  // biome-ignore lint/correctness/noEmptyPattern: see above
  cookieOf: async ({}, use) => {
    await use(async ({ id }) => {
      const { name, value } = await makeSession(id)
      return `${name}=${value}`
    })
  },
  // biome-ignore lint/correctness/noEmptyPattern: see above
  axe: async ({}, use) => {
    await use(async (page) => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
        // A menu or tooltip hangs on the body, outside every landmark; the page under it is held to that rule.
        const floats = (await page.locator('[data-radix-popper-content-wrapper]').count()) > 0
        const { violations } = await new AxeBuilder({ page }).disableRules(floats ? ['region'] : []).analyze()
        const found = violations.map(
          ({ id, nodes }) => `${colorScheme}: ${id} at ${nodes.map(({ target }) => target).join(', ')}`,
        )
        expect(found).toEqual([])
      }
      await page.emulateMedia({ colorScheme: null, reducedMotion: null })
    })
  },
})

export { expect }
