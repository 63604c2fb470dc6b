import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { LlamaTokenizer } from '@/lib/core/tokens/llama'
import { combine } from './combined'
import { contaminationReport } from './report'
import { ShardScan } from './shard-scan'
import { testSide } from './testing/scan-lines'

const root = path.resolve(process.env.ASSAY_REAL_DATA ?? '../shared/data')
const read = (file: string): unknown => JSON.parse(readFileSync(path.join(root, file), 'utf8'))
const training = ['agentinstruct/alfworld_336_rolecontent.json', 'agentinstruct/db_538.json']

/** The goals of the 50 games of AgentTuning's ALFWorld test. */
function goals(): string[] {
  const games = z.record(z.string(), z.array(z.string())).parse(read('eval_sets/agenttuning_alfworld_std50.json'))
  const tasks = z
    .array(z.object({ goal: z.string(), gamefile: z.string() }))
    .parse(read('alfred_gold/alfworld_tasks_suffix.json'))
  const goalOf = new Map(tasks.map(({ goal, gamefile }) => [gamefile.replace(/^data\/alfworld\//, ''), goal]))
  return Object.values(games)
    .flat()
    .map((game) =>
      (goalOf.get(game) ?? '')
        .replace(/.*Your task is to: /s, '')
        .replace(/___\d+$/, '')
        .trim(),
    )
}

function report(longerThan: number) {
  const side = testSide(
    goals().map((text, at) => ({ task: 'ALFWorld', id: String(at), text })),
    new LlamaTokenizer(),
    { longerThan },
  )
  const shards = training.map((source) => {
    const scan = new ShardScan(side.index, side.tokenizer)
    for (const record of z.array(z.unknown()).parse(read(source))) scan.value(record, 0)
    return scan.finish({ source, component: 'agent', name: '0' }, side.identity)
  })
  return contaminationReport({ ...side, combined: combine(shards, side.identity) })
}

const isThere = existsSync(root)
console.info(
  isThere
    ? "Contamination, real data: 50 ALFWorld goals against AgentTuning's 336 + 538 runs, at three lengths."
    : 'The real data is not at ../shared/data (ASSAY_REAL_DATA overrides): 0 real cases of contamination.',
)

describe.runIf(isThere)("the ALFWorld row of AgentTuning's table 7", () => {
  it.each([
    // longer than, rate, clean, dirty, too short: 10 is the published row, 12.00 % with 44 clean and 6 dirty
    [9, 0.298, 35, 15, 21],
    [10, 0.12, 44, 6, 38],
    [11, 0.04, 48, 2, 48],
  ])('longer than %i tokens', (longerThan, rate, clean, dirty, tooShort) => {
    const { total, training: data } = report(longerThan)
    expect(total).toMatchObject({ examples: 50, clean, dirty, neither: 0, tooShort })
    expect(total.rate).toBeCloseTo(rate, 3)
    expect(total.testable).toBe(50 - tooShort)
    expect(total.verbatim).toBe(15)
    expect(data).toMatchObject({ documents: 336 + 538, unreadable: 0 })
  })

  it('hides that 38 of the 44 clean goals were never testable', () => {
    const { total, components, examples } = report(10)
    expect(total).toMatchObject({ testable: 12, testedClean: 6, dirtyOfTestable: 0.5 })
    expect(components).toMatchObject([{ component: 'agent', documents: 874, total: { dirty: 6 } }])
    const dirty = examples.filter(({ rate }) => rate === 1)
    expect(dirty).toHaveLength(6)
    for (const { spans, tokens } of dirty) expect(spans).toMatchObject([{ start: 0, end: tokens }])
  })
})
