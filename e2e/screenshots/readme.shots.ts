import { expect, test } from '../fixtures'

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the list and the reader, ${colorScheme}`, async ({ page, signIn }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await signIn('lead')
    await page.goto('/trajectories')
    await expect(page.getByRole('row').nth(5)).toBeVisible()
    await page.screenshot({ path: `docs/images/trajectories-${colorScheme}.png` })

    await page.goto('/trajectories?q=gold:partial steps:6..14 flags:>=0&sort=-reward')
    await page.getByRole('row').nth(1).getByRole('link').first().click()
    await expect(page.getByText('recall')).toBeVisible()
    await page.screenshot({ path: `docs/images/reader-${colorScheme}.png` })
  })
}
