import { mkdtemp, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { type Assay, assay, descendants } from '@/lib/cli/testing/assay'

// A store, a web server and a worker of its own: this test kills them all.

type Up = { address: string; accounts: { email: string; password: string }[] }

async function start(home: string, port: number): Promise<{ up: Assay; answer: Up }> {
  const up = assay(home, ['up', '--port', String(port)])
  return { up, answer: (await up.answered) as Up }
}

/** kill -9 for the supervisor, the web server, the worker and PostgreSQL, at once. */
async function killEverything(home: string, up: Assay): Promise<void> {
  const parts = (await descendants(up.process.pid ?? 0)).map(({ pid }) => pid)
  const postmaster = Number((await readFile(path.join(home, 'postgres/data/postmaster.pid'), 'utf8')).split('\n')[0])
  for (const pid of [up.process.pid ?? 0, ...parts, postmaster]) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // It died with the one before it.
    }
  }
  await up.ended
}

async function signInByForm(page: Page, address: string, { email, password }: { email: string; password: string }) {
  await page.goto(`${address}/login`)
  await page.getByLabel(/mail/i).fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.keyboard.press('Enter')
  await expect(page).not.toHaveURL(/login/)
}

test('a verdict that was saved is there after kill -9 of everything', async ({ page }) => {
  test.setTimeout(240_000)
  const home = await mkdtemp(path.join(os.tmpdir(), 'assay-crash-'))
  const first = await start(home, 0)
  let last = first.up
  try {
    const { address, accounts } = first.answer
    const ana = accounts.find(({ email }) => email.startsWith('ana@'))
    if (!ana) throw new Error('The example has no account of an annotator.')
    await signInByForm(page, address, ana)
    await expect(async () => {
      await page.goto(`${address}/trajectories?q=task:household`)
      await page.getByRole('row').nth(1).getByRole('link').first().click({ timeout: 2000 })
    }).toPass()
    await page.getByRole('button', { name: /Reject/ }).click()
    await page.getByLabel('Note').fill('It opens the fridge twice.')
    await page.getByRole('button', { name: 'Submit' }).click()
    await expect(page.getByText(/✓ Saved/)).toBeVisible()

    await killEverything(home, first.up)
    const second = await start(home, Number(new URL(address).port))
    last = second.up
    await page.reload()
    await expect(page.getByRole('button', { name: /Reject/ })).toHaveAttribute('aria-pressed', 'true')
    await expect(page.getByLabel('Note')).toHaveValue('It opens the fridge twice.')
  } finally {
    last.process.kill('SIGINT')
    await last.ended
    await rm(home, { recursive: true, force: true })
  }
})
