import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { parquetWriteFile } from 'hyparquet-writer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { combine } from '@/lib/core/contamination/combined'
import { contaminationReport } from '@/lib/core/contamination/report'
import { shardFromJson, shardToJson } from '@/lib/core/contamination/shard-json'
import type { TokenizerSource } from '@/lib/core/tokens/named-tokenizer'
import { scanShards } from './scan-pool'
import { planShards } from './shard-plan'
import { examplesOf, readTestFiles } from './test-file'
import { prepareTestSet } from './test-set'
import { listTrainingFiles } from './training-file'

const sentence = 'put the clean plate beside the coffee machine and close the drawer'
const records = [
  { id: 1, turns: ['hello'] },
  { id: 2, turns: ['no', `Please ${sentence}!`] },
  { id: 3, turns: ['bye'] },
]
const lines = records.map((record) => JSON.stringify(record)).join('\n')
let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'assay-contamination-'))
  await mkdir(path.join(folder, 'all/deep'), { recursive: true })
  const put = (name: string, data: string | Uint8Array) => writeFile(path.join(folder, name), data)
  await put('test.jsonl', `${JSON.stringify({ id: 'q1', question: sentence })}\n\n`)
  await put('train.jsonl', `\ufeff${lines}`)
  await put('lines.json', lines)
  await put('train.jsonl.gz', gzipSync(lines))
  await put('array.json', JSON.stringify(records, null, 2))
  await put('object.json', JSON.stringify({ a: records[0], b: records[1], c: records[2] }))
  await put('all/deep/train.txt', `hello\n\nPlease ${sentence}!\n`)
  await put('all/notes.xyz', 'nothing to read')
  parquetWriteFile({
    filename: path.join(folder, 'train.parquet'),
    columnData: [{ name: 'text', data: ['hello', `Please ${sentence}!`, 'bye'], type: 'STRING' }],
    rowGroupSize: 1,
  })
})

afterAll(() => rm(folder, { recursive: true }))

async function reportOn(train: string[], tokenizer: TokenizerSource = { kind: 'llama-2' }) {
  const tests = await readTestFiles(['Kitchen=test.jsonl'], (typed) => path.join(folder, typed))
  const set = await prepareTestSet(examplesOf(tests, null), tokenizer, {})
  const files = await listTrainingFiles(
    train.map((name) => path.join(folder, name)),
    'agent',
  )
  const tasks = (await Promise.all(files.map((file) => planShards(file, path.basename(file.path))))).flat()
  const read = await scanShards(tasks, 2, { index: set.index, identity: set.identity, tokenizer: set.source })
  const shards = read.map(({ shard }) => shardFromJson(shardToJson(shard)))
  expect(shards).toEqual(read.map(({ shard }) => shard))
  return contaminationReport({ ...set, combined: combine(shards, set.identity) })
}

describe('training files, read in threads', () => {
  it.each([
    ['train.jsonl', 3, 2],
    ['lines.json', 3, 2],
    ['train.jsonl.gz', 3, 2],
    ['array.json', 3, 2],
    ['object.json', 3, 2],
    ['train.parquet', 3, 2],
    ['all', 1, 1],
  ])('%s', async (name, documents, record) => {
    const { tasks, examples, training } = await reportOn([name])
    expect(tasks).toMatchObject([{ task: 'Kitchen', examples: 1, dirty: 1, verbatim: 1 }])
    expect(training).toMatchObject({ documents, contaminating: 1, unreadable: 0 })
    expect(examples[0]).toMatchObject({ id: 'q1', verbatim: { first: [{ record }], more: false } })
    expect(examples[0]?.spans).toMatchObject([{ documents: { count: 1, first: [{ record }] } }])
  })

  it.each(['cl100k', 'words'] as const)('with %s', async (kind) => {
    const { total } = await reportOn(['train.jsonl', 'array.json'], kind === 'words' ? { kind, words: [] } : { kind })
    expect(total.dirty).toBe(1)
  })

  it('names the file that is not what it says', async () => {
    await writeFile(path.join(folder, 'broken.jsonl.gz'), 'no gzip at all')
    await expect(reportOn(['train.jsonl', 'broken.jsonl.gz'])).rejects.toThrow(
      /broken\.jsonl\.gz: incorrect header check/,
    )
  })
})

describe('test files', () => {
  it('says which fields it looked for', async () => {
    await writeFile(path.join(folder, 'odd.json'), '[{"zzz": "x"}]')
    const files = await readTestFiles(['odd.json'], (typed) => path.join(folder, typed))
    expect(() => examplesOf(files, null)).toThrow(/odd\.json, record 1: none of the fields text, question.*--field/)
    expect(examplesOf(files, 'zzz')).toEqual([{ task: 'odd', id: '1', text: 'x' }])
  })

  it('asks for the goals of a list of games', async () => {
    await writeFile(path.join(folder, 'games.json'), '{"look": ["json_2.1.1/x/game.tw-pddl"]}')
    const goal = { goal: 'A room.\n\nYour task is to: look at bowl.___0', gamefile: 'data/json_2.1.1/x/game.tw-pddl' }
    await writeFile(path.join(folder, 'goals.json'), JSON.stringify([goal]))
    const read = (names: string[]) => readTestFiles(names, (typed) => path.join(folder, typed))
    const alone = await read(['games.json'])
    expect(() => examplesOf(alone, null)).toThrow('Give the file with the goals too')
    expect(examplesOf(await read(['games.json', 'goals.json']), null)).toEqual([
      { task: 'games', id: '1', text: 'look at bowl.' },
    ])
  })
})
