import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { intercodeRuns, spiderGold } from '../testing/intercode'
import { canonicalSqlTokens, reformattedSql } from './sql'

const folder = resolve(process.env.ASSAY_REAL_DATA ?? '../shared/data', 'intercode')
const isHere = existsSync(folder)
const read = (file: string): unknown => JSON.parse(readFileSync(resolve(folder, file), 'utf8'))

// Of 607 rewarded runs of GPT-3.5 (ReAct) how many have a step equal to the gold text, the more is folded.
describe.skipIf(!isHere)('rewarded InterCode SQL runs beside the gold of Spider', () => {
  const gold = isHere ? spiderGold(read('gold/ic_spider_dev.json')) : []
  const runs = isHere ? intercodeRuns(read('results/sql/gpt-3.5/ic_sql_react_10_turns.json'), 'gpt-3.5') : []
  const rewarded = runs.filter(({ solved }) => solved)

  it.each([
    ['as written', 0, (text: string) => text],
    ['white space and keywords folded', 52, reformattedSql],
    ['quotes and case folded too', 283, (text: string) => canonicalSqlTokens(text).join(' ')],
  ])('%s: %i of 607', (_, equal, fold) => {
    console.info(`GPT-3.5 (ReAct) on Spider: ${rewarded.length} real cases`)
    expect(rewarded).toHaveLength(607)
    const matches = rewarded.filter(({ task, steps }) => {
      const wanted = fold(gold[task]?.raw ?? '')
      return steps.some(({ action }) => action !== null && fold(action.raw) === wanted)
    })
    expect(matches).toHaveLength(equal)
  })
})
