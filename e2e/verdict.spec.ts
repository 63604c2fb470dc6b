import { expect, test } from './fixtures'
import { aRun, assay, importRuns } from './runs'

type Listed = { trajectories: { id: string }[] }

/** The address of a trajectory of its own. */
async function oneRun(): Promise<string> {
  const { task } = await importRuns((name) => [aRun(name, 1)])
  const [trajectory] = ((await assay('trajectory', 'list', '--task', task)) as Listed).trajectories
  if (!trajectory) throw new Error('the run was not imported')
  return `/trajectories/${trajectory.id}`
}

test('an annotator must say why before rejecting, and loses no word of it', async ({ page, signIn }) => {
  await signIn('annotator')
  await page.goto(await oneRun())
  await page.getByRole('button', { name: /Reject/ }).click()
  await page.getByRole('button', { name: 'Submit' }).click()
  await expect(page.locator('#verdict-problem')).toHaveText(/a rejection needs a note/i)

  await page.getByLabel('Note').fill('Step 3 sells a vase.')
  await page.getByRole('button', { name: 'Submit' }).click()
  await expect(page.getByText(/✓ Saved/)).toBeVisible()
  await page.reload()
  await expect(page.getByRole('button', { name: /Reject/ })).toHaveAttribute('aria-pressed', 'true')
  await expect(page.getByLabel('Note')).toHaveValue('Step 3 sells a vase.')
})

test('works by keyboard alone, and can be undone', async ({ page, signIn }) => {
  await signIn('annotator')
  await page.goto(await oneRun())
  await page.keyboard.press('a')
  await page.keyboard.press('1')
  await page.keyboard.press('w')
  await page.keyboard.type('a fine run')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/✓ Saved/)).toBeVisible()
  await expect(page.getByText('accepted').first()).toBeVisible()
  await page.getByRole('button', { name: /undo/i }).click()
  await expect(page.getByText('accepted')).toHaveCount(0)
})

test('tells the second of two simultaneous verdicts and keeps what it typed', async ({
  page,
  browser,
  signIn,
  cookieOf,
  somebody,
  baseURL,
}) => {
  const address = await oneRun()
  await signIn('annotator')
  await page.goto(address)

  const ben = await somebody('lead')
  const [name = '', value = ''] = (await cookieOf(ben)).split(/=(.*)/s)
  const other = await browser.newContext({ baseURL: baseURL ?? '' })
  await other.addCookies([{ name, value, url: baseURL ?? '' }])
  const second = await other.newPage()
  await second.goto(address)
  await second.getByRole('button', { name: /Reject/ }).click()
  await second.getByLabel('Note').fill('It sells the wrong thing.')

  await page.getByRole('button', { name: /Accept/ }).click()
  await page.getByRole('button', { name: 'Submit' }).click()
  await expect(page.getByText(/✓ Saved/)).toBeVisible()

  await second.getByRole('button', { name: 'Submit' }).click()
  await expect(second.getByText(/accept/i).first()).toBeVisible()
  await expect(second.getByText(/✓ Saved/)).toHaveCount(0)
  await expect(second.getByLabel('Note')).toHaveValue('It sells the wrong thing.')
  await second.getByRole('button', { name: 'Submit' }).click()
  await expect(second.getByText(/✓ Saved/)).toBeVisible()
  await expect(second.getByText('disputed').first()).toBeVisible()
  await other.close()
})
