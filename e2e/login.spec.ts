import { expect, test } from './fixtures'
import { store } from './people'

const PASSWORD = 'correct horse battery'

// The form allows three tries in ten seconds from one address, so whatever fills it in stands here, one after another.
test.describe.configure({ mode: 'serial' })
const forgetTries = () => store().query('DELETE FROM auth_rate_limit')
test.beforeEach(forgetTries)
test.afterEach(forgetTries)

test('somebody signs in by the form, arrives where they wanted to go, and signs out', async ({
  page,
  somebody,
  axe,
}) => {
  const ada = await somebody('admin', PASSWORD)
  await page.goto('/people?q=test')
  await expect(page).toHaveURL(/\/login\?next=%2Fpeople%3Fq%3Dtest$/)
  await axe(page)

  await page.getByLabel('E-mail').fill(ada.email.toUpperCase())
  await page.getByLabel('Password').fill('not the password')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByText('do not open an account')).toBeVisible()
  await expect(page.getByLabel('E-mail')).toHaveValue(ada.email.toUpperCase())
  await axe(page)

  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByLabel('Password').press('Enter')
  await expect(page).toHaveURL(/\/people\?q=test$/, { timeout: 30_000 })
  await expect(page.getByRole('heading', { name: 'People' })).toBeVisible()

  await page.getByRole('button', { name: ada.name, exact: true }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(/\/login/)
  await page.goto('/people')
  await expect(page).toHaveURL(/\/login\?next=%2Fpeople$/)
})

test('ten wrong passwords rest the account, and the sentence is the one for nobody', async ({ page, somebody }) => {
  const leo = await somebody('lead', PASSWORD)
  await store().query('UPDATE person SET failed_sign_ins = 9 WHERE id = $1', [leo.id])
  await page.goto('/login')
  const attempt = async (email: string, password: string) => {
    await forgetTries()
    await page.getByLabel('E-mail').fill(email)
    await page.getByLabel('Password').fill(password)
    const answered = page.waitForResponse((response) => response.request().method() === 'POST')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await answered
    await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeEnabled()
    return page.getByRole('alert').first().textContent()
  }
  await attempt(leo.email, 'wrong password')
  const locked = await attempt(leo.email, PASSWORD)
  expect(await attempt('nobody@e2e.test', PASSWORD)).toBe(locked)
  expect(locked).toContain('rests for 15 minutes')
  const { rows } = await store().query('SELECT locked_until > now() AS locked FROM person WHERE id = $1', [leo.id])
  expect(rows).toEqual([{ locked: true }])
})

test('the fourth try in ten seconds waits, whatever X-Forwarded-For says', async ({ request, baseURL }) => {
  const attempt = (number: number) =>
    request.post('/api/auth/sign-in/email', {
      headers: { origin: baseURL ?? '', 'x-forwarded-for': `203.0.113.${number}` },
      data: { email: 'nobody@e2e.test', password: 'wrong password' },
    })
  const statuses: number[] = []
  for (let number = 0; number < 5; number += 1) statuses.push((await attempt(number)).status())
  // Another test may sign in at this very moment, from the same address.
  expect(statuses.join()).toMatch(/^(401,){1,3}429(,429)+$/)
})

test('nothing signs in a request that no page of ours sent', async ({ request, somebody, baseURL }) => {
  const leo = await somebody('lead', PASSWORD)
  const data = { email: leo.email, password: PASSWORD }
  const ask = (headers: Record<string, string>) => request.post('/api/auth/sign-in/email', { headers, data })
  expect((await ask({})).status()).toBe(403)
  expect((await ask({ origin: 'null' })).status()).toBe(403)
  expect((await ask({ origin: 'https://evil.example' })).status()).toBe(403)
  expect((await ask({ origin: baseURL ?? '' })).status()).toBe(200)
})

test('the page says so when it was opened at another address than its own', async ({ page, baseURL }) => {
  // Browsers take every name under .localhost for this machine.
  const other = new URL('/login', baseURL)
  other.hostname = 'another-name.localhost'
  await page.goto(other.href)
  await expect(page.getByText(`Sign-in works at ${baseURL} only`)).toBeVisible()
  await page.goto('/login')
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible()
  await expect(page.getByText('Sign-in works at')).toBeHidden()
})
