import { randomUUID } from 'node:crypto'
import { expect, test } from './fixtures'
import { aRun, hostile } from './runs'

/** Four runs of a task of its own, one that is no JSON, and one whose turn is a word; the last holds a script. */
function mixedFile(task: string): Buffer {
  const runs = [0, 1, 2, 3].map((at) => JSON.stringify(aRun(task, at)))
  const odd = JSON.stringify({ ...aRun(task, 4), steps: [{ turn: 'one', observation: hostile }] })
  return Buffer.from([...runs, '{"format": "assay/1", ', odd, ''].join('\n'))
}

test('a file is uploaded, looked at, imported and accounted for', async ({ page, signIn, axe }) => {
  test.slow()
  await signIn('researcher')
  const task = `e2e-${randomUUID().slice(0, 8)}`
  const name = `${task}.jsonl`

  await page.goto('/sources/new')
  await axe(page)
  await page.getByLabel('Files to import').setInputFiles({ name, mimeType: 'text/plain', buffer: mixedFile(task) })
  await expect(page.getByText('since records carry the marker')).toBeVisible()
  await expect(page.getByText('Sell lamp number 0')).toBeVisible()
  await expect(page.getByText('Would be quarantined').first()).toBeVisible()
  await axe(page)
  await page.getByLabel('Licence').fill('CC-BY-4.0')
  await page.getByRole('button', { name: 'Import', exact: true }).click()

  await expect(page.getByRole('heading', { name: `Import ${name}` })).toBeVisible()
  await expect(page.getByText('4 trajectories with')).toBeVisible({ timeout: 30_000 })
  await axe(page)
  await page.getByRole('link', { name: `Source ${name}` }).click()

  await expect(page.getByRole('region', { name: 'Accounting' })).toContainText(
    '6 records read = 4 imported + 0 duplicates + 2 quarantined',
  )
  await expect(page.getByText('CC-BY-4.0')).toBeVisible()
  await axe(page)
  const quarantined = page.getByRole('region', { name: 'Quarantined records' })
  await expect(quarantined.getByRole('row', { name: /not JSON/ })).toContainText('5')
  const odd = quarantined.getByRole('row', { name: /steps\.0\.turn/ })
  await odd.getByRole('button', { name: 'Raw' }).click()
  await expect(page.getByRole('dialog')).toContainText('window.hacked')
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false)
  await page.keyboard.press('Escape')

  await page.getByRole('link', { name: 'Show 4 trajectories' }).click()
  await expect(page.getByRole('row').filter({ hasText: 'Sell lamp' })).toHaveCount(4)
})

test('the same file again adds nothing, and its page says so', async ({ page, signIn }) => {
  test.slow()
  await signIn('lead')
  const task = `e2e-${randomUUID().slice(0, 8)}`
  for (const [at, name] of [`${task}-first.jsonl`, `${task}-again.jsonl`].entries()) {
    await page.goto('/sources/new')
    await page.getByLabel('Files to import').setInputFiles({ name, mimeType: 'text/plain', buffer: mixedFile(task) })
    await expect(page.getByText('since records carry the marker')).toBeVisible()
    await page.getByRole('button', { name: 'Import', exact: true }).click()
    await expect(page.getByRole('heading', { name: `Import ${name}` })).toBeVisible()
    if (at === 1) await expect(page.getByText('It was in the store already')).toBeVisible({ timeout: 30_000 })
    // Both jobs lead to the one source there is.
    await expect(page.getByRole('link', { name: `Source ${task}-first.jsonl` })).toBeVisible({ timeout: 30_000 })
  }
  await page.goto('/sources')
  await expect(page.getByRole('row', { name: new RegExp(task) })).toHaveCount(1)
})

test('a file of no known format says what was seen, and is not imported', async ({ page, signIn }) => {
  await signIn('researcher')
  await page.goto('/sources/new')
  const buffer = Buffer.from('[{"foo": 1}]')
  await page.getByLabel('Files to import').setInputFiles({ name: 'odd.json', mimeType: 'text/plain', buffer })
  await expect(page.getByText('its records have the members foo')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Import', exact: true })).toBeDisabled()
})
