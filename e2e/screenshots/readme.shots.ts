import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, type Page, test } from '@playwright/test'

/** The lead of the example, by the password that the first start printed. */
async function signInAsLead(page: Page): Promise<void> {
  const file = path.join(process.env.ASSAY_HOME ?? '', 'accounts.json')
  const accounts: Record<string, string> = JSON.parse(await readFile(file, 'utf8'))
  await page.goto('/login')
  await page.getByLabel(/mail/i).fill('leo@example.org')
  await page.getByLabel('Password', { exact: true }).fill(accounts['leo@example.org'] ?? '')
  await page.keyboard.press('Enter')
  await expect(page).not.toHaveURL(/login/)
}

test.beforeEach(async ({ page }) => {
  test.setTimeout(180_000)
  await signInAsLead(page)
  await expect(async () => {
    await page.goto('/trajectories')
    await expect(page.getByRole('heading', { name: 'Trajectories 600' })).toBeVisible({ timeout: 1000 })
    await expect(page.getByText(/jobs? running/)).toHaveCount(0, { timeout: 1000 })
  }).toPass()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the list and the reader, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.goto('/trajectories?sort=steps&q=steps:3..14')
    await expect(page.getByRole('row').nth(5)).toBeVisible()
    await page.screenshot({ path: `docs/images/trajectories-${colorScheme}.png` })

    await page.goto('/trajectories?q=task:askdb gold:partial steps:6..14 reward:0')
    await page.getByRole('row').nth(1).getByRole('link').first().click()
    await expect(page.getByText('recall')).toBeVisible()
    await page.screenshot({ path: `docs/images/reader-${colorScheme}.png` })
  })
}
