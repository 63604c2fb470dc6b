import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { v7 } from 'uuid'
import { beforeAll, expect, it } from 'vitest'
import type { Viewer } from '@/lib/auth/viewer'
import type { Action } from '@/lib/core/trajectory/types'
import { countAlignments } from '@/lib/data/alignment-counts'
import { prisma } from '@/lib/data/client'
import { resolveSource } from '@/lib/data/source-name'
import { testViewer, useTestDatabase } from '@/lib/data/testing/database'
import { insertSource } from '@/lib/data/testing/trajectories'
import { sampleLines } from '@/lib/jobs/testing/sample-run'
import { followUpOf, runJob, useWorker } from '@/lib/jobs/testing/use-worker'

useTestDatabase()
const { home } = useWorker()

let lead: Viewer
let sourceId = ''

beforeAll(async () => {
  lead = await testViewer('lead')
  const file = path.join(home(), 'aligned.jsonl')
  // Runs 0 and 2 fail, 1 and 3 are rewarded; run 3 asks another question than its gold, and asking counts for nothing.
  const wrong = { name: 'execute', arguments: { sql: 'SELECT 99' }, raw: 'SELECT 99' }
  await writeFile(
    file,
    sampleLines(4, (at) => (at === 3 ? { steps: [{ turn: 1, action: wrong, actionKind: 'act' }] } : {})),
  )
  await runJob(lead, 'import', { path: file, name: 'aligned.jsonl', origin: 'command' })
  sourceId = (await prisma.source.findFirstOrThrow({ where: { name: 'aligned.jsonl' } })).id
})

const select = (text: string): Action => ({ name: 'execute', arguments: { sql: text }, raw: text })

async function addGold(key: string, actions: Action[]): Promise<void> {
  const { id: instanceId } = await prisma.instance.findFirstOrThrow({ where: { key } })
  const contentHash = Uint8Array.from(createHash('sha256').update(JSON.stringify(actions)).digest())
  const ordinal = await prisma.goldSequence.count({ where: { instanceId } })
  await prisma.goldSequence.create({ data: { id: v7(), instanceId, ordinal, origin: 'person', actions, contentHash } })
}

const trajectory = (externalId: string) => prisma.trajectory.findFirstOrThrow({ where: { externalId } })

it('counts how a source stands to its gold, with and without reward', async () => {
  const counts = await countAlignments(sourceId, 'in-order')
  expect(counts).toMatchObject({ trajectories: 4, withGold: 4, exact: 3, inOrder: 3, precision: 1, recall: 0.75 })
  expect(counts.byMatch).toMatchObject({ exact: 3, 'solved differently': 1, 'no gold': 0 })
  expect(counts.rewarded).toMatchObject({ trajectories: 2, exact: 1, anyOrder: 1 })
  expect(counts.unrewarded).toMatchObject({ trajectories: 2, exact: 2 })
})

it('aligns what came in before its gold, keeps its flags in the strip, and leaves the others alone', async () => {
  const before = await trajectory('run-3')
  expect(before).toMatchObject({ goldMatch: 'solved_differently', strip: 'a' })
  const bytes = Uint8Array.of(1)
  await prisma.flag.create({
    data: {
      id: v7(),
      revisionId: before.currentRevisionId,
      stepIndex: 1,
      anchor: bytes,
      detector: 'test',
      version: 1,
      kind: 'unseen-reference',
      part: 'action',
      start: 0,
      end: 1,
      spanText: '9',
      spanHash: bytes,
      evidence: {},
      confidence: 1,
    },
  })
  await addGold('problem-3', [select('select  99;')])

  const job = await runJob(lead, 'align', { only: 'stale' })
  expect(job).toMatchObject({ state: 'done', result: { trajectories: 1 } })
  expect(await trajectory('run-3')).toMatchObject({ goldMatch: 'exact', goldProgress: 1, strip: 'M' })
  const alignments = await prisma.alignment.findMany({
    where: { revisionId: before.currentRevisionId },
    orderBy: { gold: { ordinal: 'asc' } },
  })
  expect(alignments.map(({ best, exact }) => [best, exact])).toEqual([
    [false, false],
    [true, true],
  ])
  expect(await runJob(lead, 'align', { only: 'stale' })).toMatchObject({ result: { trajectories: 0 } })
})

it('aligns a whole source again to the same end', async () => {
  const all = () => prisma.alignment.findMany({ orderBy: [{ revisionId: 'asc' }, { goldId: 'asc' }] })
  const before = await all()
  expect(await runJob(lead, 'align', { sourceId, name: 'aligned.jsonl' })).toMatchObject({
    state: 'done',
    title: 'Align aligned.jsonl to gold',
    result: { trajectories: 4 },
  })
  expect(await all()).toEqual(before)
})

it('aligns earlier trajectories with gold that a later source brings', async () => {
  const before = await trajectory('run-0')
  const file = path.join(home(), 'later.jsonl')
  const instance = { key: 'problem-0', instruction: 'How many are there, 0?' }
  const gold = [{ origin: 'record', actions: [select('SELECT 0'), select('SELECT 1')], answer: null }]
  await writeFile(
    file,
    sampleLines(1, () => ({ externalId: 'later', model: 'model-b', instance: { ...instance, gold } })),
  )
  const job = await runJob(lead, 'import', { path: file, name: 'later.jsonl', origin: 'command' })
  expect(await followUpOf(lead, job.id, 'align')).toMatchObject({
    title: 'Align what shares gold with later.jsonl to gold',
    result: { trajectories: 1 },
  })
  const alignments = await prisma.alignment.findMany({ where: { revisionId: before.currentRevisionId } })
  expect(alignments.map(({ best, recall }) => [best, recall]).sort()).toEqual([
    [false, 0.5],
    [true, 1],
  ])
})

it('knows a source by its name or id, and refuses a name that two have', async () => {
  expect(await resolveSource('aligned.jsonl')).toMatchObject({ ok: true, value: { id: sourceId } })
  expect(await resolveSource(sourceId.toUpperCase())).toMatchObject({ ok: true, value: { name: 'aligned.jsonl' } })
  expect(await resolveSource('nothing.jsonl')).toEqual({ ok: false, reason: 'unknown' })
  const twin = await insertSource('twin.jsonl')
  await insertSource('twin.jsonl')
  expect(await resolveSource('twin.jsonl')).toEqual({ ok: false, reason: 'ambiguous' })
  expect(await resolveSource(twin.id)).toMatchObject({ ok: true, value: { id: twin.id } })
})
