import { open, readFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import { type Command, Option } from 'commander'
import { answer, remark } from '@/lib/cli/answer'
import { Failure, Misuse, reasonOf } from '@/lib/cli/failure'
import { givenPath } from '@/lib/cli/given-path'
import { integerFrom } from '@/lib/cli/report/integer-from'
import { type Part, trainingOf } from '@/lib/cli/report/training-given'
import { combine } from '@/lib/core/contamination/combined'
import { JsonLinesScan } from '@/lib/core/contamination/json-lines-scan'
import { contaminationReport } from '@/lib/core/contamination/report'
import type { ContaminationResult } from '@/lib/core/contamination/result'
import type { Shard } from '@/lib/core/contamination/shard'
import { shardFromJson, shardToJson } from '@/lib/core/contamination/shard-json'
import { ShardScan } from '@/lib/core/contamination/shard-scan'
import { tableLatex, tableMarkdown } from '@/lib/core/contamination/table-text'
import { type TokenizerSource, tokenizerNames } from '@/lib/core/tokens/named-tokenizer'
import { scanShards } from '@/lib/jobs/contamination/scan-pool'
import { planShards } from '@/lib/jobs/contamination/shard-plan'
import { examplesOf, readTestFiles, type TestFile } from '@/lib/jobs/contamination/test-file'
import { type PreparedTestSet, prepareTestSet } from '@/lib/jobs/contamination/test-set'
import { listTrainingFiles, type TrainingFile } from '@/lib/jobs/contamination/training-file'

type Options = {
  test: string[]
  train: string[]
  general: string[]
  code: string[]
  tokenizer: string
  longerThan: number
  skip: number
  field?: string
  boundaries: 'text' | 'document'
  boilerplateAbove: number
  examples?: string
  threads: number
  markdown?: boolean
  latex?: boolean
  shard?: string
  shards: string[]
}

/** `report contamination`: which test examples stand in training data, by n-grams, over files that need no import. */
export function register(program: Command): void {
  const known = program.commands.find((command) => command.name() === 'report')
  const report = known ?? program.command('report').description('analyses with their parameters')
  report
    .command('contamination')
    .description('n-gram overlap of test sets with training data (Llama 2, appendix A.6)')
    .requiredOption('--test <path...>', 'test sets: JSON, JSONL, Parquet or text; NAME=PATH names the task')
    .option('--train <path...>', 'training files or folders: JSONL, JSON, Parquet, text; .gz too', [])
    .option('--general <path...>', 'training files that are the general component of a mixture', [])
    .option('--code <path...>', 'training files that are the code component of a mixture', [])
    .option('--tokenizer <name>', 'llama-2, cl100k, o200k, words, or a tokenizer.json', 'llama-2')
    .option('--longer-than <tokens>', 'a match counts when it is longer than this', integerFrom(0, 1000), 10)
    .option('--skip <positions>', 'mismatches a match may have behind its first ten tokens', integerFrom(0, 4), 0)
    .option('--field <name>', 'the field whose text counts, in test sets and training data alike')
    .addOption(
      new Option('--boundaries <what>', 'what a match may not cross').choices(['text', 'document']).default('text'),
    )
    .option(
      '--boilerplate-above <documents>',
      'an n-gram in more documents is boilerplate',
      integerFrom(1, 2 ** 31),
      100,
    )
    .option('--examples <file>', 'write every example with its spans as JSONL')
    .option('--threads <count>', 'worker threads', integerFrom(1, 1024), availableParallelism())
    .option('--markdown', 'print the table in Markdown')
    .option('--latex', 'print the table in LaTeX')
    .option('--shard <name>', 'read training JSONL from standard input and print the result of this shard as one line')
    .option('--shards <file...>', 'report on results of --shard instead of training files', [])
    .action(run)
}

async function run(options: Options, command: Command): Promise<void> {
  const start = performance.now()
  const tokenizer = await reading(() => tokenizerOf(options.tokenizer))
  const training = trainingOf(options)
  const files = await reading(() => readTestFiles(options.test, givenPath))
  const set = await reading(async () =>
    prepareTestSet(examplesOf(files, options.field ?? null), tokenizer, {
      longerThan: options.longerThan,
      skip: options.skip,
      boundaries: options.boundaries,
      field: options.field ?? null,
      boilerplateAbove: options.boilerplateAbove,
    }),
  )
  if (options.shard !== undefined) return scanStandardInput(set, options.shard)
  const shards =
    options.shards.length > 0 ? await readShards(options.shards) : await scanFiles(set, training, options.threads)
  const result = await reading(async () => contaminationReport({ ...set, combined: combine(shards, set.identity) }))
  const seconds = (performance.now() - start) / 1000
  warn(result, options)
  if (options.examples !== undefined) await writeExamples(givenPath(options.examples), set, result)
  answer(command, shapeOf(result, files, seconds), options.latex ? tableLatex(result) : tableMarkdown(result))
}

/** What a file can do wrong is the caller's to mend: no stack. */
async function reading<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw error instanceof Failure ? error : new Failure(reasonOf(error))
  }
}

async function tokenizerOf(name: string): Promise<TokenizerSource> {
  const known = tokenizerNames.find((each) => each === name)
  if (known === 'words') return { kind: 'words', words: [] }
  if (known !== undefined) return { kind: known }
  if (!name.endsWith('.json'))
    throw new Misuse(`--tokenizer takes ${tokenizerNames.join(', ')} or a tokenizer.json, got ${name}.`)
  return { kind: 'file', name: path.basename(name), text: await readFile(givenPath(name), 'utf8') }
}

async function scanFiles(set: PreparedTestSet, parts: readonly Part[], threads: number): Promise<Shard[]> {
  return reading(async () => {
    const lists = await Promise.all(
      parts.map(({ component, paths }) => listTrainingFiles(paths.map(givenPath), component)),
    )
    const files = lists.flat()
    const tasks = (await Promise.all(files.map((file) => planShards(file, sourceOf(file))))).flat()
    const megabytes = (files.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6).toFixed(1)
    const { index, identity, source: tokenizer } = set
    const how = index.prefilter === null ? 'everything is read in full' : 'lines that share nothing are passed over'
    remark(`${files.length} files, ${megabytes} MB, ${tasks.length} shards, ${threads} threads; ${how}`)
    const read = await scanShards(tasks, threads, { index, identity, tokenizer })
    return read.map(({ shard }) => shard)
  })
}

/** A file's path as the caller sees it: shards of one file belong together, equal names in other folders don't. */
const sourceOf = ({ path: file }: TrainingFile): string => path.relative(givenPath('.'), file) || file

async function scanStandardInput(set: PreparedTestSet, name: string): Promise<void> {
  const scan = new ShardScan(set.index, set.tokenizer)
  const reader = new JsonLinesScan(set.index, scan)
  for await (const chunk of process.stdin) reader.push(chunk)
  reader.end()
  const shard = scan.finish({ source: name, component: 'agent', name: '0' }, set.identity)
  process.stdout.write(`${shardToJson(shard)}\n`)
}

async function readShards(files: readonly string[]): Promise<Shard[]> {
  return reading(async () => {
    const texts = await Promise.all(files.map((file) => readFile(givenPath(file), 'utf8')))
    return texts.flatMap((text) => text.split('\n').filter((line) => line.trim() !== '')).map(shardFromJson)
  })
}

async function writeExamples(file: string, { examples }: PreparedTestSet, result: ContaminationResult): Promise<void> {
  const out = await open(file, 'w')
  try {
    for (const [at, example] of result.examples.entries())
      await out.write(`${JSON.stringify({ ...example, text: examples[at]?.text })}\n`)
  } finally {
    await out.close()
  }
}

/** Nothing is dropped without a word. */
function warn({ sources, training }: ContaminationResult, { field }: Options): void {
  for (const { source, unreadable } of sources)
    for (const { place, reason } of unreadable.slice(0, 3))
      remark(`${source}, record ${place + 1} can't be read: ${reason}`)
  if (training.unreadable > 0) remark(`${training.unreadable} documents can't be read.`)
  if (training.withoutField > 0) remark(`${training.withoutField} documents have no field ${field}.`)
}

/** The answer in JSON: everything but the examples, which --examples writes. */
function shapeOf(result: ContaminationResult, files: readonly TestFile[], seconds: number) {
  const { examples: _, ...rest } = result
  return {
    ...rest,
    test: files.map(({ task, path: file, sha256, records }) => ({ task, path: file, sha256, records: records.length })),
    seconds,
  }
}
