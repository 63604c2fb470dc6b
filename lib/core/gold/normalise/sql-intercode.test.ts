import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { canonicalSqlTokens, reformattedSql } from './sql'

const folder = resolve(process.env.ASSAY_REAL_DATA ?? '../shared/data', 'intercode')
const runsFile = resolve(folder, 'results/sql/gpt-3.5/ic_sql_react_10_turns.json')
const goldFile = resolve(folder, 'gold/ic_spider_dev.json')
const present = existsSync(runsFile) && existsSync(goldFile)

const runs = z.record(
  z.string(),
  z.object({
    task_id: z.number(),
    turn_history: z.object({ actions: z.array(z.string()) }),
    summary: z.object({ max_reward: z.number() }),
  }),
)
const golds = z.array(z.object({ gold: z.string() }))

// Of 607 rewarded runs of GPT-3.5 (ReAct) how many have a step equal to the gold text, the more is folded.
describe.skipIf(!present)('rewarded InterCode SQL runs beside the gold of Spider', () => {
  const read = (file: string): unknown => JSON.parse(present ? readFileSync(file, 'utf8') : '{}')
  const gold = present ? golds.parse(read(goldFile)) : []
  const rewarded = Object.values(runs.parse(read(runsFile))).filter(({ summary }) => summary.max_reward === 1)

  it.each([
    ['as written', 0, (text: string) => text],
    ['white space and keywords folded', 52, reformattedSql],
    ['quotes and case folded too', 283, (text: string) => canonicalSqlTokens(text).join(' ')],
  ])('%s: %i of 607', (_, equal, fold) => {
    expect(rewarded).toHaveLength(607)
    const matches = rewarded.filter(({ task_id, turn_history }) => {
      const wanted = fold(gold[task_id]?.gold ?? '')
      return turn_history.actions.some((action) => fold(action) === wanted)
    })
    expect(matches).toHaveLength(equal)
  })
})
