import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { assayHome } from '@/lib/env'

test('a start in an empty home makes example accounts, and one of them signs in', async ({ page }) => {
  const kept = await readFile(path.join(assayHome(), 'accounts.json'), 'utf8')
  const passwords: Record<string, string> = JSON.parse(kept)
  await page.goto('/')
  await page.getByLabel('E-mail').fill('rita@example.org')
  await page.getByLabel('Password').fill(passwords['rita@example.org'] ?? '')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).not.toHaveURL(/login/)
})

test('the server says that it works to whoever asks', async ({ request }) => {
  const response = await request.get('/api/health')
  expect(response.status()).toBe(200)
  expect(await response.json()).toEqual({ instance: expect.stringMatching(/^[0-9a-f]{32}$/), store: true })
})
