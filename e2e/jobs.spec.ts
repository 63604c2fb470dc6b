import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from './fixtures'
import { aRun, assay, importRuns } from './runs'

test('jobs say what became of them, and a failed one why', async ({ page, signIn, axe }) => {
  test.slow()
  const { source } = await importRuns((task) => [aRun(task, 0)])
  const folder = await mkdtemp(path.join(os.tmpdir(), 'assay-no-file-'))
  const missing = `missing-${Date.now()}.jsonl`
  await assay('import', path.join(folder, missing)).catch(() => {})
  await rm(folder, { recursive: true })

  await signIn('lead')
  await page.goto('/jobs?view=done')
  await expect(page.getByRole('row', { name: new RegExp(`Import ${source}`) })).toContainText('took')
  await axe(page)

  await page.goto('/jobs?view=failed')
  const row = page.getByRole('row', { name: new RegExp(missing) })
  await expect(row).toContainText('there is no such file. Check the path.')
  await axe(page)
  await row.getByRole('button', { name: /Retry/ }).click()
  await expect(page.getByText('back in the queue')).toBeVisible()
  await expect(async () => {
    await page.goto('/jobs?view=failed')
    await expect(page.getByRole('row', { name: new RegExp(missing) })).toBeVisible({ timeout: 1000 })
  }).toPass()
  await page.getByRole('link', { name: new RegExp(missing) }).click()
  await expect(page.getByText('It could not be done')).toBeVisible()
})

test('an annotator sees neither jobs nor sources', async ({ page, signIn }) => {
  await signIn('annotator')
  for (const address of ['/jobs', '/sources', '/sources/new']) {
    const response = await page.goto(address)
    expect(response?.status(), address).toBe(404)
  }
})
