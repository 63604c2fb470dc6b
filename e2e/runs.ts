import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import type { AssayRecord } from '@/lib/core/trajectory/formats/assay'

const run = promisify(execFile)

/** Runs a command against the store under test, as a person at the terminal would, and returns its JSON. */
export async function assay(...args: string[]): Promise<unknown> {
  const { stdout } = await run(process.execPath, ['lib/cli/assay.mjs', ...args, '--json'], { maxBuffer: 64_000_000 })
  return JSON.parse(stdout)
}

/** Imports records of Assay's own format under a task of their own, so that tests which run beside each other never meet. */
export async function importRuns(records: (task: string) => AssayRecord[]): Promise<{ task: string; source: string }> {
  const task = `e2e-${randomUUID().slice(0, 8)}`
  const folder = await mkdtemp(path.join(os.tmpdir(), 'assay-runs-'))
  const file = path.join(folder, `${task}.jsonl`)
  await writeFile(
    file,
    records(task)
      .map((record) => `${JSON.stringify(record)}\n`)
      .join(''),
  )
  try {
    await assay('import', file)
  } finally {
    await rm(folder, { recursive: true })
  }
  return { task, source: `${task}.jsonl` }
}

const call = (name: string, item: string) => ({ name, arguments: { item }, raw: `${name}[${item}]` })

export const hostile = '<img src=x onerror="window.hacked = 1"><script>window.hacked = 1</script> shelf 3'

/** A run in which every kind of row stands: match, other arguments, extra, missing; its last observation is hostile. */
export function aRun(task: string, at: number, given: Partial<AssayRecord> = {}): AssayRecord {
  const observation = at % 2 === 0 ? hostile : 'The shelf holds a lamp.'
  return {
    format: 'assay/1',
    externalId: `${task}-${at}`,
    task,
    model: at % 2 === 0 ? 'kestrel-70b' : 'wren-7b',
    method: 'exploration',
    rewardFinal: at % 2,
    rewardOrigin: 'recorded',
    preamble: [{ role: 'user', content: 'You run a small shop.' }],
    instance: {
      key: `problem-${at}`,
      instruction: `Sell lamp number ${at} to the first customer.`,
      difficulty: 'easy',
      gold: [
        {
          origin: 'record',
          answer: null,
          actions: [call('fetch', 'lamp'), call('wrap', 'lamp'), call('sell', 'lamp')],
        },
      ],
    },
    steps: [
      {
        turn: 1,
        rationale: 'First I fetch the lamp.',
        action: call('fetch', 'lamp'),
        actionKind: 'act',
        observation: 'You hold a lamp.',
        observationKind: 'environment',
      },
      {
        turn: 2,
        rationale: null,
        action: call('polish', 'lamp'),
        actionKind: 'act',
        observation: 'It shines.',
        observationKind: 'environment',
      },
      {
        turn: 3,
        rationale: 'Now I sell it.',
        action: call('sell', 'vase'),
        actionKind: 'act',
        observation,
        observationKind: 'environment',
      },
    ],
    ...given,
  }
}
