import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { tauBench } from '@/lib/core/trajectory/formats/tau-bench'
import { knowTask } from '@/lib/core/trajectory/tasks'
import { align } from './align'
import { recordContext } from './testing/intercode'

const file = resolve(process.env.ASSAY_REAL_DATA ?? '../shared/data', 'tau_bench/gpt-4o-airline.json')

// The known answers of the alignment, counted over the published gpt-4o runs of tau-bench airline.
describe.skipIf(!existsSync(file))('tau-bench airline, 200 runs', () => {
  const records = existsSync(file) ? z.array(z.json()).parse(JSON.parse(readFileSync(file, 'utf8'))) : []
  const aligned = records
    .flatMap((record) => tauBench.read(record, recordContext('gpt-4o-airline.json')))
    .map(({ task, steps, rewardFinal, instance: { gold } }) => ({
      rewarded: rewardFinal === 1,
      ...align(steps, gold[0]?.actions ?? [], knowTask(task).rules),
    }))
  const count = (test: (each: (typeof aligned)[number]) => boolean) => aligned.filter(test).length

  it('has 28 runs whose gold is to do nothing', () => {
    console.info(`tau-bench airline beside its gold: ${aligned.length} real cases`)
    expect(aligned).toHaveLength(200)
    expect(count(({ empty }) => empty)).toBe(28)
  })

  it.each([
    ['exact', 12, 12],
    ['inOrder', 48, 35],
    ['anyOrder', 48, 35],
  ] as const)('%s: %i of the 172 with gold, %i of the 62 of these with reward', (mode, all, rewarded) => {
    expect(count((each) => each[mode] === true)).toBe(all)
    expect(count((each) => each[mode] === true && each.rewarded)).toBe(rewarded)
    expect(count((each) => !each.empty && each.rewarded)).toBe(62)
  })

  it('tells reward by the successful writes', () => {
    expect(count(({ rewarded }) => rewarded)).toBe(84)
    expect(count(({ rewarded, stateChanging }) => rewarded && stateChanging)).toBeGreaterThanOrEqual(82)
    expect(count(({ rewarded, stateChanging }) => !rewarded && stateChanging)).toBeLessThanOrEqual(4)
  })
})
