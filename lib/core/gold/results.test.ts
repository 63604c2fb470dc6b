import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { alignTrajectory } from './align-trajectory'
import type { JudgedRun } from './doubt'
import { knownResults } from './results'
import { action, step, toolRules } from './testing/episode'
import { intercodeRules, intercodeRuns, spiderGold } from './testing/intercode'

const read = action('get', { id: 7 })
const write = action('set', { a: 1 })
const other = action('get', { id: 8 })

const run = (made: typeof read, observation: string, more: Partial<JudgedRun> = {}): JudgedRun => ({
  model: 'm',
  solved: true,
  steps: [step(made, { observation }), step(action('submit'))],
  ...more,
})

describe('knownResults', () => {
  it.each([
    ['what an equal call gave back', [read], [run(read, 'ten')], ['ten']],
    ['what a rewarded run rests on', [read], [run(other, 'ten')], ['ten']],
    ['nothing by a run without reward', [read], [run(read, 'ten', { solved: false })], [null]],
    ['nothing where runs disagree', [read], [run(read, 'ten'), run(read, 'nine')], [null]],
    ['an equal call before what others rest on', [read], [run(other, 'nine'), run(read, 'ten')], ['ten']],
    ['for a write only what an equal call gave back', [write], [run(other, 'ten')], [null]],
    ['of several actions only what equal calls gave back', [read, other], [run(other, 'ten')], [null, 'ten']],
    ['nothing of what tells nothing', [read], [run(read, 'OK')], [null]],
  ])('%s', (_, gold, runs, results) => {
    expect(knownResults(gold, runs, toolRules)).toEqual(results)
  })
})

const folder = resolve(process.env.ASSAY_REAL_DATA ?? '../shared/data', 'intercode')
const json = (file: string): unknown => JSON.parse(readFileSync(resolve(folder, file), 'utf8'))

describe.skipIf(!existsSync(folder))('rewarded runs of GPT-4 on Spider', () => {
  // Of 762 rewarded runs 322 carry the gold out by text; the runs of the three other files know many more results.
  it('match more often by result than by text', () => {
    const gold = spiderGold(json('gold/ic_spider_dev.json'))
    const [runs = [], ...others] = [
      'gpt-4/ic_sql_multiturn_gpt-4_10_turns.json',
      'gpt-3.5/ic_sql_multiturn_gpt-3.5_10_turns.json',
      'gpt-3.5/ic_sql_react_10_turns.json',
      'text-bison-001/ic_sql_multiturn_text-bison-001_10_turns.json',
    ].map((file) => intercodeRuns(json(`results/sql/${file}`), file))
    const matches = (withResults: boolean) =>
      runs.filter(({ task, steps, solved }) => {
        const actions = [gold[task]].filter((each) => each !== undefined)
        const known = withResults
          ? knownResults(
              actions,
              others.flat().filter((each) => each.task === task),
              intercodeRules,
            )
          : []
        const reward = { reward: solved ? 1 : 0, threshold: 1 }
        const { goldMatch } = alignTrajectory(
          steps,
          [{ origin: 'gold file', actions, answer: null }],
          intercodeRules,
          reward,
          [known],
        )
        return solved && (goldMatch === 'exact' || goldMatch === 'in order')
      }).length
    console.info(`GPT-4 on Spider: ${runs.length} real cases`)
    expect(runs.filter(({ solved }) => solved)).toHaveLength(762)
    expect(matches(false)).toBe(322)
    expect(matches(true)).toBe(583)
  }, 60_000)
})
