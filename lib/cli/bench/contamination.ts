import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { combine } from '@/lib/core/contamination/combined'
import { contaminationReport } from '@/lib/core/contamination/report'
import type { Shard, ShardEffort } from '@/lib/core/contamination/shard'
import { readShard } from '@/lib/jobs/contamination/read-shard'
import { scanShards } from '@/lib/jobs/contamination/scan-pool'
import { planShards, type ShardTask } from '@/lib/jobs/contamination/shard-plan'
import { type PreparedTestSet, prepareTestSet } from '@/lib/jobs/contamination/test-set'
import { listTrainingFiles } from '@/lib/jobs/contamination/training-file'
import { Sentences, seeded, someExamples, writeCorpus } from './corpus'

// npx tsx --conditions=react-server lib/cli/bench/contamination.ts [--megabytes 400] [--examples 2000] [--planted 0.01]
// [--seed 1] [--memory]: writes a corpus to a temporary folder, reads it in every way and prints a table; with --memory it
// reads it once and prints what that took.
const { values: given } = parseArgs({
  options: {
    megabytes: { type: 'string', default: '400' },
    examples: { type: 'string', default: '2000' },
    planted: { type: 'string', default: '0.01' },
    seed: { type: 'string', default: '1' },
    memory: { type: 'boolean', default: false },
  },
})

type Read = { shard: Shard; effort: ShardEffort }

const folder = mkdtempSync(path.join(tmpdir(), 'assay-bench-'))
try {
  await bench()
} finally {
  rmSync(folder, { recursive: true })
}

async function bench(): Promise<void> {
  const file = path.join(folder, 'train.jsonl')
  const sentences = new Sentences(seeded(Number(given.seed)))
  const texts = someExamples(sentences, Number(given.examples))
  const corpus = writeCorpus(file, Number(given.megabytes), Number(given.planted), texts, sentences)
  const megabytes = corpus.bytes / 1e6
  console.log(
    `${new Date().toISOString()}, ${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.version}`,
  )
  console.log(
    `${megabytes.toFixed(1)} MB of JSONL, ${corpus.lines} lines, examples planted in ${corpus.planted}; ${texts.length} test examples; seed ${given.seed}`,
  )
  const examples = texts.map((text, at) => ({ task: 'planted', id: String(at), text }))
  const start = performance.now()
  const exact = await prepareTestSet(examples, { kind: 'llama-2' }, {})
  console.log(`index: ${((performance.now() - start) / 1000).toFixed(2)} s; table of MB/s of raw JSONL:`)
  const [about] = await listTrainingFiles([file], 'agent')
  const tasks = about ? await planShards(about, 'train.jsonl') : []
  if (given.memory) {
    const tokens = exact.sides.tokens.length
    await time(
      'prefilter, 1 thread',
      megabytes,
      () => inOneThread(exact, tasks),
      (read) => outcomeOf(exact, read),
    )
    console.log(`memory: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB at most; ${tokens} test tokens`)
    return
  }
  const skipping = await prepareTestSet(examples, { kind: 'llama-2' }, { skip: 4 })
  spawnSync('cat', [file], { stdio: 'ignore' }) // into the page cache
  await time('wc -l', megabytes, async () => command('wc', ['-l', file]), String)
  await time('LC_ALL=C wc -w', megabytes, async () => command('wc', ['-w', file]), String)
  await time('JSON.parse of every line', megabytes, async () => parseLines(file), String)
  const ways: [string, PreparedTestSet, (set: PreparedTestSet) => Promise<Read[]>][] = [
    ['prefilter, 1 thread', exact, (set) => inOneThread(set, tasks)],
    ['prefilter, 1 thread, again', exact, (set) => inOneThread(set, tasks)],
    ['prefilter, skip budget 4, 1 thread', skipping, (set) => inOneThread(set, tasks)],
    ['everything in full, 1 thread', unfiltered(exact), (set) => inOneThread(set, tasks)],
    ['everything in full, skip budget 4, 1 thread', unfiltered(skipping), (set) => inOneThread(set, tasks)],
    ['prefilter, pool of 1, its start included', exact, (set) => inThreads(set, tasks, 1)],
    ['prefilter, pool of 2, its start included', exact, (set) => inThreads(set, tasks, 2)],
    ['everything in full, pool of 1', unfiltered(exact), (set) => inThreads(set, tasks, 1)],
    ['everything in full, pool of 2', unfiltered(exact), (set) => inThreads(set, tasks, 2)],
  ]
  for (const [name, set, work] of ways)
    await time(
      name,
      megabytes,
      () => work(set),
      (read) => outcomeOf(set, read),
    )
  console.log(`memory: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB at most, the JSON.parse included`)
}

/** Runs the work, prints how fast it was by the clock and by the processor, and then what `say` makes of the outcome. */
async function time<T>(name: string, megabytes: number, work: () => Promise<T>, say: (outcome: T) => string) {
  const [start, cpu] = [performance.now(), process.cpuUsage()]
  const outcome = await work()
  const seconds = (performance.now() - start) / 1000
  const used = process.cpuUsage(cpu)
  const processor = (used.user + used.system) / 1e6
  const rate = (value: number) => (value > 0.005 ? (megabytes / value).toFixed(0) : '–').padStart(6)
  console.log(`${rate(seconds)} MB/s ${rate(processor)} by processor time  ${name.padEnd(46)} ${say(outcome)}`)
}

async function inOneThread(set: PreparedTestSet, tasks: readonly ShardTask[]): Promise<Read[]> {
  const read: Read[] = []
  for (const task of tasks) read.push(await readShard(task, set.index, set.tokenizer, set.identity))
  return read
}

function inThreads(set: PreparedTestSet, tasks: readonly ShardTask[], threads: number): Promise<Read[]> {
  const { index, identity, source: tokenizer } = set
  return scanShards(tasks, threads, { index, identity, tokenizer })
}

/** The report on what was read: each way of reading must find the same. */
function outcomeOf(set: PreparedTestSet, read: readonly Read[]): string {
  const start = performance.now()
  const shards = read.map(({ shard }) => shard)
  const { training, total } = contaminationReport({ ...set, combined: combine(shards, set.identity) })
  const seconds = ((performance.now() - start) / 1000).toFixed(2)
  const inFull = read.reduce((sum, { effort }) => sum + effort.readInFull, 0)
  const share = ((100 * inFull) / training.documents).toFixed(2)
  return `${share} % of lines in full; ${training.contaminating} contaminate, rate ${total.rate.toFixed(6)} (${seconds} s)`
}

function unfiltered(set: PreparedTestSet): PreparedTestSet {
  return { ...set, index: { ...set.index, prefilter: null } }
}

function command(program: string, args: string[]): string {
  return (
    spawnSync(program, args, { env: { ...process.env, LC_ALL: 'C' } })
      .stdout.toString()
      .trim()
      .split(' ')[0] ?? ''
  )
}

function parseLines(file: string): string {
  const bytes = readFileSync(file)
  let lines = 0
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(0x0a, start)
    JSON.parse(bytes.toString('utf8', start, end))
    start = end + 1
    lines++
  }
  return String(lines)
}
