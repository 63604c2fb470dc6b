import { expect, test } from './fixtures'
import { aRun, hostile, importRuns } from './runs'

const ten = (task: string) => Array.from({ length: 10 }, (_, at) => aRun(task, at))

test.describe('the list', () => {
  let task = ''
  test.beforeAll(async () => {
    ;({ task } = await importRuns(ten))
  })

  test('is filtered by the query, the facets and the address alike', async ({ page, signIn }) => {
    await signIn('annotator')
    await page.goto(`/trajectories?q=task:${task}`)
    await expect(page.getByText(`Sell lamp number 9 to the first customer.`)).toBeVisible()
    const rows = page.getByRole('row').filter({ hasText: 'Sell lamp' })
    await expect(rows).toHaveCount(10)

    await page.getByRole('link', { name: /^wren-7b/ }).click()
    await expect(rows).toHaveCount(5)
    await expect(page).toHaveURL(/model(:|%3A)wren-7b/)
    await expect(page.getByLabel('Search trajectories')).toHaveValue(`task:${task} model:wren-7b`)

    await page.getByLabel('Search trajectories').fill(`task:${task} reward:0`)
    await expect(page).toHaveURL(/reward(:|%3A)0/)
    await expect(rows).toHaveCount(5)
    await expect(rows.first()).toContainText('kestrel-70b')
    await page.goBack()
  })

  test('finds what a model saw, and opens there', async ({ page, signIn }) => {
    await signIn('researcher')
    await expect(async () => {
      await page.goto(`/trajectories?q=${encodeURIComponent(`task:${task} "shelf 3"`)}`)
      await expect(page.getByRole('row').filter({ hasText: 'Sell lamp' })).toHaveCount(5, { timeout: 1000 })
    }).toPass()
  })

  test('says what it does not understand instead of dropping it', async ({ page, signIn }) => {
    await signIn('annotator')
    await page.goto('/trajectories?q=colour:red')
    await expect(page.getByText('There is no filter “colour:”')).toBeVisible()
    await expect(page.getByRole('row')).toHaveCount(0)
  })

  test('says what to do when nothing answers', async ({ page, signIn }) => {
    await signIn('annotator')
    await page.goto(`/trajectories?q=task:${task}-nowhere`)
    await expect(page.getByRole('heading', { name: /no trajector/i })).toBeVisible()
  })

  test('is sorted by its headers', async ({ page, signIn }) => {
    await signIn('annotator')
    await page.goto(`/trajectories?q=task:${task}`)
    await page.getByRole('columnheader', { name: 'Reward' }).getByRole('link').click()
    await expect(page).toHaveURL(/sort=-reward/)
    await expect(page.getByRole('row').filter({ hasText: 'Sell lamp' }).first()).toContainText('1.0')
  })

  test('is kept under a name, which can be taken back', async ({ page, signIn }) => {
    await signIn('annotator')
    await page.goto(`/trajectories?q=task:${task}`)
    await page.getByRole('button', { name: 'Views' }).click()
    await page.getByRole('menuitem', { name: 'Keep this list…' }).click()
    await page.getByRole('button', { name: 'Keep', exact: true }).click()
    await expect(page.getByText('A view needs a name.')).toBeVisible()
    await page.getByLabel('Name').fill('Lamps')
    await page.getByRole('button', { name: 'Keep', exact: true }).click()
    await expect(page.getByText('Kept as “Lamps”.')).toBeVisible()

    await page.getByRole('button', { name: 'Lamps' }).click()
    await page.getByRole('menuitem', { name: 'Remove the view Lamps' }).click()
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(page.getByRole('button', { name: 'Lamps' })).toBeVisible()
  })

  test('comes as a file, every row of it', async ({ page, signIn }) => {
    await signIn('annotator')
    const response = await page.request.get(`/trajectories/export?format=csv&q=task:${task}`)
    expect(response.headers()['content-disposition']).toContain('trajectories.csv')
    const lines = (await response.text()).trim().split('\n')
    expect(lines).toHaveLength(11)
    expect((await page.request.get('/trajectories/export?q=colour:red')).status()).toBe(400)
  })

  test('fits a phone and passes axe', async ({ page, signIn, axe }) => {
    await signIn('annotator')
    await page.goto(`/trajectories?q=task:${task}`)
    await axe(page)
    await page.setViewportSize({ width: 400, height: 800 })
    await expect(page.getByText('Sell lamp number 9')).toBeVisible()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(400)
    await axe(page)
  })
})

test.describe('the reader', () => {
  let task = ''
  test.beforeAll(async () => {
    ;({ task } = await importRuns(ten))
  })

  test('sets steps beside the gold actions and walks the list', async ({ page, signIn, axe }) => {
    await signIn('annotator')
    await page.goto(`/trajectories?q=task:${task}`)
    await page.getByText('Sell lamp number 8').click()
    await expect(page.getByText('First I fetch the lamp.')).toBeVisible()
    await expect(page.getByRole('img', { name: 'match' }).first()).toBeVisible()
    await expect(page.getByText('missing: no step did this').first()).toBeVisible()
    await expect(page.getByText('2 of 10')).toBeVisible()
    await axe(page)

    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await expect(page.locator('[data-current]')).toBeFocused()
    await page.getByRole('link', { name: 'Next trajectory' }).click()
    await expect(page.getByText('3 of 10')).toBeVisible()
  })

  test('shows hostile text as text and runs nothing of it', async ({ page, signIn }) => {
    await signIn('annotator')
    await page.goto(`/trajectories?q=task:${task}`)
    await page.getByText('Sell lamp number 8').click()
    await expect(page.getByText(hostile.slice(0, 30)).first()).toBeVisible()
    await page.getByRole('button', { name: 'Raw' }).click()
    await expect(page.getByRole('dialog', { name: 'Raw record' })).toContainText('window.hacked')
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false)

    const id = new URL(page.url()).pathname.split('/').at(-1)
    for (const address of [`/trajectories/${id}/steps/3`, `/trajectories/${id}/raw`]) {
      const response = await page.request.get(address)
      expect(response.headers()).toMatchObject({
        'content-type': 'text/plain; charset=utf-8',
        'x-content-type-options': 'nosniff',
      })
    }
  })

  test('answers 404 for what is not there', async ({ page, signIn }) => {
    await signIn('annotator')
    for (const id of ['00000000-0000-7000-8000-00000000dead', 'nonsense', '%00']) {
      expect((await page.goto(`/trajectories/${id}`))?.status()).toBe(404)
    }
  })
})
