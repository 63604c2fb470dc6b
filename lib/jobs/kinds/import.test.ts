import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Viewer } from '@/lib/auth/viewer'
import type { AssayRecord } from '@/lib/core/trajectory/formats/assay'
import { prisma } from '@/lib/data/client'
import { testViewer, useTestDatabase } from '@/lib/data/testing/database'
import { sampleLines } from '@/lib/jobs/testing/sample-run'
import { runJob, useWorker } from '@/lib/jobs/testing/use-worker'

useTestDatabase()
const { home } = useWorker()

let researcher: Viewer
beforeAll(async () => {
  researcher = await testViewer('researcher')
})

async function importText(name: string, text: string | Uint8Array, options: object = {}) {
  const file = path.join(home(), name)
  await writeFile(file, text)
  return runJob(researcher, 'import', { path: file, name, origin: 'command', ...options })
}

const bySource = (sourceId: unknown) => ({ where: { sourceId: String(sourceId) } })
const counts = { known: false, duplicates: 0, quarantined: 0 }

describe('an import', () => {
  it('brings in every record with its trajectory, steps, instance, gold and alignment', async () => {
    const job = await importText('first.jsonl', sampleLines(50))
    expect(job).toMatchObject({ state: 'done', error: null, title: 'Import first.jsonl' })
    expect(job.result).toMatchObject({
      ...counts,
      format: 'assay',
      records: 50,
      imported: 50,
      trajectories: 50,
      goldLinked: 50,
      agentTurns: 50,
      actions: 50,
    })
    const sourceId = (job.result as { sourceId: string }).sourceId
    expect(await prisma.trajectory.count(bySource(sourceId))).toBe(50)
    const one = await prisma.trajectory.findFirstOrThrow({
      where: { sourceId, externalId: 'run-7' },
      include: {
        instance: { include: { gold: true } },
        task: true,
        revisions: { include: { steps: true, alignments: true } },
      },
    })
    expect(one).toMatchObject({
      title: 'How many are there, 7?',
      model: 'model-a',
      rewardFinal: 1,
      goldMatch: 'exact',
      stepCount: 1,
      strip: 'm',
      recordOrdinal: 7,
      task: { name: 'dbbench' },
      instance: { key: 'problem-7', gold: [{ ordinal: 0, answer: '7', origin: 'record' }] },
      revisions: [
        { number: 0, steps: [{ index: 1, rationale: 'I count them.' }], alignments: [{ best: true, exact: true }] },
      ],
    })
    expect(await prisma.preamble.count()).toBe(1)
  })

  it('adds nothing when the same bytes come again under another name, and says so', async () => {
    const before = await prisma.trajectory.count()
    const job = await importText('renamed.jsonl', sampleLines(50))
    expect(job.result).toMatchObject({ known: true, records: 50, imported: 0, duplicates: 50, trajectories: 0 })
    expect(await prisma.trajectory.count()).toBe(before)
  })

  it('takes the same run of a named model for a duplicate, within a file and across files', async () => {
    const text = sampleLines(60) + sampleLines(1, () => ({ externalId: 'again' }))
    const job = await importText('longer.jsonl', text)
    expect(job.result).toMatchObject({ records: 61, imported: 10, duplicates: 51, quarantined: 0, trajectories: 10 })
  })

  it('keeps equal runs of unnamed models from different files, and one of them within a file', async () => {
    const unnamed = () => ({ model: null })
    const first = await importText('unnamed-1.jsonl', sampleLines(20, unnamed))
    const second = await importText('unnamed-2.jsonl', sampleLines(21, unnamed) + sampleLines(1, unnamed))
    expect(first.result).toMatchObject({ imported: 20, duplicates: 0 })
    expect(second.result).toMatchObject({ imported: 21, duplicates: 1 })
  })

  it('believes whoever names the model, and then knows the runs again', async () => {
    const unnamed = (at: number) => ({ model: null, instance: { key: `n${at}`, instruction: `named ${at}`, gold: [] } })
    const first = await importText('named-1.jsonl', sampleLines(5, unnamed), { model: 'model-b' })
    const second = await importText('named-2.jsonl', sampleLines(6, unnamed), { model: 'model-b' })
    expect(first.result).toMatchObject({ imported: 5 })
    expect(second.result).toMatchObject({ imported: 1, duplicates: 5 })
    expect(await prisma.trajectory.count({ where: { model: 'model-b' } })).toBe(6)
  })

  it('keeps what cannot be read with its bytes, its place and the reason, and brings in the rest', async () => {
    const lines = sampleLines(3, (at) => ({
      model: 'model-c',
      instance: { key: `q${at}`, instruction: `q ${at}`, gold: [] },
    }))
    const [a, b, c] = lines.split('\n')
    const broken = JSON.stringify({ ...(JSON.parse(b ?? '') as AssayRecord), steps: [{ turn: 'one' }] })
    const job = await importText('broken.jsonl', `${a}\n{"format": "assay/1", \n${broken}\n\n${c}\n`)
    expect(job.result).toMatchObject({ records: 4, imported: 2, quarantined: 2, trajectories: 2 })
    const sourceId = (job.result as { sourceId: string }).sourceId
    const kept = await prisma.record.findMany({
      where: { sourceId, outcome: 'quarantined' },
      orderBy: { ordinal: 'asc' },
    })
    expect(kept.map(({ ordinal, line, field }) => ({ ordinal, line, field }))).toEqual([
      { ordinal: 1, line: 2, field: null },
      { ordinal: 2, line: 3, field: 'steps.0.turn' },
    ])
    expect(kept[0]?.reason).toMatch(/not JSON/)
  })

  it('stores text that PostgreSQL would refuse or alter, and HTML as it is', async () => {
    const hostile = 'a\u0000b \ud800 <script>alert(1)</script>'
    const text = sampleLines(1, () => ({
      model: 'model-d',
      steps: [{ turn: 1, rationale: hostile, observation: hostile }],
    }))
    const job = await importText('hostile.jsonl', text)
    expect(job.result).toMatchObject({ imported: 1, quarantined: 0 })
    const step = await prisma.step.findFirstOrThrow({ where: { rationale: { contains: 'script' } } })
    expect(step.rationale).toBe('a␛0000b ␛D800 <script>alert(1)</script>')
  })
})

describe('a file that cannot be imported is refused with a sentence, and nothing of it is stored', () => {
  it.each([
    ['empty.jsonl', '', 'empty.jsonl: the file is empty, so there is nothing to import.'],
    ['blank.jsonl', ' \n\n', 'blank.jsonl: the file is empty, so there is nothing to import.'],
    ['shape.json', '[{"foo": 1}]', /^shape.json: its format cannot be told: .*foo.* name it with --format\.$/],
    [
      'utf16.jsonl',
      Buffer.from('\ufeff{"format":"assay/1"}\n', 'utf16le'),
      /^utf16.jsonl: its format cannot be told: the text is UTF-16/,
    ],
  ])('%s', async (name, bytes, sentence) => {
    const before = await prisma.source.count()
    const job = await importText(name, bytes)
    expect(job).toMatchObject({ state: 'failed', error: expect.stringMatching(sentence) })
    expect(await prisma.source.count()).toBe(before)
  })

  it.each([
    ['a folder', () => home(), /it is a folder\. Name the files in it\./],
    ['a missing file', () => path.join(home(), 'nowhere.jsonl'), /there is no such file\. Check the path\./],
  ])('%s', async (_, file, sentence) => {
    const job = await runJob(researcher, 'import', { path: file(), name: 'x', origin: 'command' })
    expect(job).toMatchObject({ state: 'failed', error: expect.stringMatching(sentence) })
  })

  it('a format that does not exist', async () => {
    const job = await importText('format.jsonl', sampleLines(1), { format: 'nonesuch' })
    expect(job.error).toMatch(/^There is no format "nonesuch"\. There are: assay/)
  })
})

describe('an import of Latin-1 text', () => {
  it('keeps the record that is not UTF-8 and names the byte', async () => {
    const fine = sampleLines(1, () => ({ model: 'model-e' }))
    const job = await importText(
      'latin1.jsonl',
      Buffer.concat([Buffer.from(fine), Buffer.from('{"format":"assay/1","x":"\xe9"}\n', 'latin1')]),
    )
    expect(job.result).toMatchObject({ records: 2, imported: 1, quarantined: 1 })
    expect(JSON.stringify(job.result)).toMatch(/not UTF-8 at byte 25/)
  })
})
