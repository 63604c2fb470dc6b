import { expect, test } from './fixtures'
import { store } from './people'

test('an administrator invites somebody, who joins by the link, once', async ({ page, browser, signIn, axe }) => {
  test.slow()
  await signIn('admin')
  const email = `guest-${Date.now()}@e2e.test`
  await page.goto('/people')
  await axe(page)
  await page.getByRole('button', { name: 'Invite' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Grace Guest')
  await page.getByLabel('E-mail', { exact: true }).fill(email)
  await page.getByLabel('Role').selectOption('lead')
  await axe(page)
  await page.getByRole('button', { name: 'Make the link' }).click()
  const link = await page.getByRole('textbox', { name: 'Link' }).inputValue()
  await axe(page)
  await page.getByRole('button', { name: 'Done' }).click()
  await expect(
    page.getByRole('region', { name: 'Links' }).getByRole('cell', { name: email, exact: true }),
  ).toBeVisible()

  const hers = await browser.newContext()
  const guest = await hers.newPage()
  await guest.goto(link)
  await axe(guest)
  await guest.getByLabel('Name').fill('Grace Hopper')
  await guest.getByLabel('Password').fill('a password of hers')
  await guest.getByRole('button', { name: 'Join' }).click()
  await expect(guest.getByRole('button', { name: 'Grace Hopper' })).toBeVisible({ timeout: 30_000 })
  await guest.goto(link)
  await expect(guest.getByRole('heading', { name: 'This link opens nothing' })).toBeVisible()
  await hers.close()

  await page.goto(`/people?q=${email}`)
  await expect(page.getByRole('row', { name: /Grace Hopper/ })).toContainText('lead')
  await store().query('UPDATE person SET disabled_at = now() WHERE email = $1', [email])
})

test('a link that was taken back opens nothing', async ({ page, signIn }) => {
  await signIn('admin')
  const email = `guest-${Date.now()}@e2e.test`
  await page.goto('/people')
  await page.getByRole('button', { name: 'Invite' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Not Welcome')
  await page.getByLabel('E-mail', { exact: true }).fill(email)
  await page.getByRole('button', { name: 'Make the link' }).click()
  const link = await page.getByRole('textbox', { name: 'Link' }).inputValue()
  await page.getByRole('button', { name: 'Done' }).click()
  await page.getByRole('button', { name: `Take back the link for ${email}` }).click()
  await expect(page.getByText('opens nothing now')).toBeVisible()
  await page.goto(link)
  await expect(page.getByRole('heading', { name: 'This link opens nothing' })).toBeVisible()
})

test('a role is changed, a person disabled and enabled, and the log says so', async ({
  page,
  signIn,
  somebody,
  axe,
}) => {
  const ada = await signIn('admin')
  const leo = await somebody('lead')
  const row = page.getByRole('row', { name: new RegExp(leo.name) })
  const menu = () => page.getByRole('button', { name: `What to do with ${leo.name}` }).click()
  await page.goto(`/people?q=${leo.email}`)

  await menu()
  await axe(page)
  await page.getByRole('menuitemradio', { name: 'researcher' }).click()
  await expect(row).toContainText('researcher')

  await menu()
  await page.getByRole('menuitem', { name: 'Disable' }).click()
  await expect(row).toContainText('disabled')

  await menu()
  await page.getByRole('menuitem', { name: 'Enable' }).click()
  await expect(row).not.toContainText('disabled')

  await page.goto('/people/entries')
  await expect(page.getByText('Chain verified')).toBeVisible()
  for (const did of ['changed the role of', 'disabled', 'enabled'])
    await expect(page.getByRole('row', { name: `${ada.name} ${did} ${leo.name}` })).toBeVisible()
  await axe(page)
})

test('somebody who is disabled is out at their next click', async ({
  page,
  browser,
  signIn,
  somebody,
  cookieOf,
  baseURL,
}) => {
  const leo = await somebody('lead')
  const cookie = await cookieOf(leo)
  const his = await browser.newContext({ extraHTTPHeaders: { cookie } })
  const open = async () => (await his.request.get(`${baseURL}/people`, { maxRedirects: 0 })).status()
  expect(await open()).toBe(200)

  await signIn('admin')
  await page.goto(`/people?q=${leo.email}`)
  await page.getByRole('button', { name: `What to do with ${leo.name}` }).click()
  await page.getByRole('menuitem', { name: 'Disable' }).click()
  await expect(page.getByText('is out; what they decided stays')).toBeVisible()
  expect(await open()).toBe(307)
  await his.close()
})

test('a link for a new password signs its owner out elsewhere and lets them in', async ({
  page,
  browser,
  signIn,
  somebody,
  cookieOf,
  baseURL,
}) => {
  const rita = await somebody('researcher', 'the old password')
  const cookie = await cookieOf(rita)
  await signIn('admin')
  await page.goto(`/people?q=${rita.email}`)
  await page.getByRole('button', { name: `What to do with ${rita.name}` }).click()
  await page.getByRole('menuitem', { name: 'Link for a new password' }).click()
  const link = await page.getByRole('textbox', { name: 'Link' }).inputValue()

  const hers = await browser.newContext()
  const guest = await hers.newPage()
  await guest.goto(link)
  await guest.getByLabel('Password').fill('the new password')
  await guest.getByRole('button', { name: 'Set the password' }).click()
  await expect(guest.getByRole('button', { name: rita.name })).toBeVisible({ timeout: 30_000 })
  await hers.close()
  const before = await page.request.get(`${baseURL}/account`, { headers: { cookie }, maxRedirects: 0 })
  expect(before.status()).toBe(307)
})

test('a lead looks at people and changes nothing', async ({ page, signIn, somebody }) => {
  const leo = await somebody('annotator')
  await signIn('lead')
  await page.goto(`/people?q=${leo.email}`)
  await expect(page.getByRole('row', { name: new RegExp(leo.name) })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Invite' })).toBeHidden()
  await expect(page.getByRole('button', { name: /What to do with/ })).toBeHidden()
})

test('somebody changes their password, ends a session elsewhere, and picks a theme', async ({
  page,
  somebody,
  cookieOf,
  context,
  baseURL,
  axe,
}) => {
  const ana = await somebody('annotator', 'the old password')
  const elsewhere = await cookieOf(ana)
  const [name = '', value = ''] = (await cookieOf(ana)).split('=', 2)
  await context.addCookies([{ name, value, url: baseURL ?? '' }])
  const alive = async () =>
    (await page.request.get(`${baseURL}/account`, { headers: { cookie: elsewhere }, maxRedirects: 0 })).status()

  await page.goto('/account')
  await axe(page)
  await page.getByRole('radio', { name: 'dark' }).check()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.reload()
  await expect(page.getByRole('radio', { name: 'dark' })).toBeChecked()

  await page.getByLabel('Current password').fill('a wrong password')
  await page.getByLabel('New password').fill('the new password')
  await page.getByRole('button', { name: 'Change the password' }).click()
  await expect(page.getByText('is not right. Nothing was changed')).toBeVisible()
  expect(await alive()).toBe(200)

  await page.getByLabel('Current password').fill('the old password')
  await page.getByRole('button', { name: 'Change the password' }).click()
  await expect(page.getByText('You are signed out everywhere else')).toBeVisible()
  expect(await alive()).toBe(307)

  await cookieOf(ana)
  await page.reload()
  await page.getByRole('button', { name: 'Sign out there' }).click()
  await expect(page.getByRole('button', { name: 'Sign out there' })).toBeHidden()
})
