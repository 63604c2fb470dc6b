import { existsSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from './fixtures'
import { assay } from './runs'

const data = process.env.ASSAY_REAL_DATA ?? path.resolve('../shared/data')

type Case = { file: string; gold?: string; trajectories: string; turns: string; linked: string; query: string }

/** The counts that their publishers give. */
const cases: Case[] = [
  { file: 'agentinstruct/db_538.json', trajectories: '538', turns: '1,109', linked: '0', query: 'task:dbbench' },
  {
    file: 'agentinstruct/alfworld_336_rolecontent.json',
    trajectories: '336',
    turns: '4,542',
    linked: '0',
    query: 'task:alfworld',
  },
  {
    file: 'intercode/results/sql/gpt-4/ic_sql_multiturn_gpt-4_10_turns.json',
    gold: 'intercode/gold/ic_spider_dev.json',
    trajectories: '1,034',
    turns: '5,867',
    linked: '1,034',
    query: 'task:intercode-sql gold:"in order"',
  },
  {
    file: 'tau_bench/gpt-4o-airline.json',
    trajectories: '200',
    turns: '2,454',
    linked: '200',
    query: 'task:tau-airline gold:exact reward:1',
  },
]

test.describe('a published file, from upload to verdict', () => {
  if (!existsSync(data))
    console.log(`No real data at ${data} (ASSAY_REAL_DATA names another place): 0 real files are uploaded.`)

  for (const { file, gold, trajectories, turns, linked, query } of existsSync(data) ? cases : []) {
    test(path.basename(file), async ({ page, signIn }) => {
      test.setTimeout(180_000)
      await signIn('lead')
      await page.goto('/sources/new')
      await page.getByLabel('Files to import').setInputFiles(path.join(data, file))
      if (gold) await page.getByLabel('Gold file to go with them').setInputFiles(path.join(data, gold))
      const start = page.getByRole('button', { name: 'Import', exact: true })
      await expect(start).toBeEnabled({ timeout: 60_000 })
      await start.click()
      await expect(page).toHaveURL(/\/jobs\//)
      const came = `${trajectories} trajectories with ${turns} agent turns, ${linked} of them with gold.`
      await expect(page.getByText(came)).toBeVisible({ timeout: 120_000 })

      await page.goto(`/trajectories?q=${encodeURIComponent(query)}`)
      await page.getByRole('row').nth(1).getByRole('link').first().click()
      if (linked !== '0') await expect(page.getByText('precision')).toBeVisible()
      await page.getByRole('button', { name: /Accept/ }).click()
      await page.getByRole('button', { name: 'Submit' }).click()
      await expect(page.getByText(/✓ Saved/)).toBeVisible()
    })
  }

  test('the same file again adds nothing and says so', async () => {
    if (!existsSync(data)) return
    const again = await assay('import', path.join(data, 'tau_bench/gpt-4o-airline.json'))
    const once = await assay('import', path.join(data, 'tau_bench/gpt-4o-airline.json'))
    for (const answer of [again, once]) expect(answer).toMatchObject({ total: { records: 200, quarantined: 0 } })
    expect(once).toMatchObject({ total: { imported: 0, duplicates: 200 } })
  })
})
