import { existsSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Viewer } from '@/lib/auth/viewer'
import { prisma } from '@/lib/data/client'
import { testViewer, useTestDatabase } from '@/lib/data/testing/database'
import { runJob, useWorker } from '@/lib/jobs/testing/use-worker'

const root = path.resolve(process.env.ASSAY_REAL_DATA ?? '../shared/data')
const there = existsSync(root)
if (!there) console.warn(`No real data at ${root}: the known answers were not tried.`)

useTestDatabase()
useWorker()

let lead: Viewer
beforeAll(async () => {
  lead = await testViewer('lead')
})

const bash = (number: number) => `intercode/results/bash/gpt-4/ic_bash_multiturn_gpt-4_10_turns_fs_${number}.json`
const spiderGold = ['intercode/gold/ic_spider_dev.json']

function bring(name: string, gold: string[] = []) {
  const file = path.join(root, name)
  return runJob(lead, 'import', {
    path: file,
    name: path.basename(name),
    origin: 'command',
    gold: gold.map((each) => ({ path: path.join(root, each), name: path.basename(each) })),
  })
}

describe.skipIf(!there)('published files come in through the job with their known answers', () => {
  it.each([
    // file, gold, what design.md and the papers say of it
    ['agentinstruct/db_538.json', [], { records: 538, imported: 538, trajectories: 538, agentTurns: 1109 }],
    ['agentinstruct/alfworld_336_rolecontent.json', [], { records: 336, imported: 336, agentTurns: 4542 }],
    [
      'intercode/results/sql/gpt-4/ic_sql_multiturn_gpt-4_10_turns.json',
      spiderGold,
      { records: 1034, imported: 1034, trajectories: 1034, actions: 5867, goldLinked: 1034 },
    ],
    ['tau_bench/gpt-4o-airline.json', [], { records: 200, imported: 200, trajectories: 200, goldLinked: 200 }],
  ])(
    '%s',
    async (name, gold, expected) => {
      const job = await bring(name, gold)
      expect(job).toMatchObject({ state: 'done', error: null })
      expect(job.result).toMatchObject({ ...expected, duplicates: 0, quarantined: 0, known: false })
      const again = await bring(name, gold)
      expect(again.result).toMatchObject({ known: true, imported: 0, duplicates: expected.records, trajectories: 0 })
    },
    180_000,
  )

  it('keeps every Bash run of the four file systems, though task_id restarts and the records name no model', async () => {
    for (const number of [1, 2, 3, 4]) {
      const job = await bring(bash(number))
      expect(job.result).toMatchObject({ duplicates: 0, quarantined: 0 })
    }
    const runs = await prisma.trajectory.count({ where: { task: { name: 'intercode-bash' } } })
    expect(runs).toBe(200)
  }, 180_000)

  it('knows of each tau-bench run whether it was rewarded, and of each SQL run how hard it is', async () => {
    expect(await prisma.trajectory.count({ where: { task: { name: { contains: 'airline' } }, rewardFinal: 1 } })).toBe(
      84,
    )
    const hard = await prisma.trajectory.count({
      where: { task: { name: 'intercode-sql' }, instance: { difficulty: null } },
    })
    expect(hard).toBe(0)
  })
})
