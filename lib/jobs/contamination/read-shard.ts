import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet'
import { JsonLinesScan } from '@/lib/core/contamination/json-lines-scan'
import type { Shard, ShardEffort } from '@/lib/core/contamination/shard'
import { ShardScan } from '@/lib/core/contamination/shard-scan'
import type { TestIndex } from '@/lib/core/contamination/test-index'
import type { Tokenizer } from '@/lib/core/tokens/tokenizer'
import { type RawRecord, scanRecords } from '@/lib/core/trajectory/records'
import type { ShardTask } from './shard-plan'
import { openBytes } from './training-file'

/** A text file is one document and is held as one string, which can't be longer. */
const longestText = 2 ** 28

/** Reads one shard of a training file: the program that any number of workers run side by side. */
export async function readShard(
  task: ShardTask,
  index: TestIndex,
  tokenizer: Tokenizer,
  identity: string,
): Promise<{ shard: Shard; effort: ShardEffort }> {
  const scan = new ShardScan(index, tokenizer)
  const { holding } = task.file
  if (holding === 'lines') await readLines(task, index, scan)
  else if (holding === 'parquet') await readRows(task, scan)
  else if (holding === 'text') await readText(task, scan)
  else await readRecords(task, holding, scan)
  const { source, name } = task
  return { shard: scan.finish({ source, component: task.file.component, name }, identity), effort: scan.effort }
}

async function readLines({ file, from, to }: ShardTask, index: TestIndex, scan: ShardScan): Promise<void> {
  const reader = new JsonLinesScan(index, scan)
  const chunks = file.isZipped ? openBytes(file) : openBytes(file, from, to)
  for await (const chunk of chunks) reader.push(chunk)
  reader.end()
}

async function readRecords({ file }: ShardTask, kind: 'array' | 'object', scan: ShardScan): Promise<void> {
  const scanner = scanRecords({ kind, at: null })
  for await (const chunk of openBytes(file)) for (const record of scanner.push(chunk)) readRecord(record, scan)
  for (const record of scanner.end()) readRecord(record, scan)
}

function readRecord({ bytes, problem, length }: RawRecord, scan: ShardScan): void {
  if (problem !== null) {
    scan.broken(length, problem)
    return
  }
  let value: unknown
  try {
    value = JSON.parse(Buffer.from(bytes).toString('utf8'))
  } catch (error) {
    scan.broken(length, error instanceof Error ? error.message : String(error))
    return
  }
  scan.value(value, length)
}

/** A row's bytes are its share of the file's: Parquet doesn't say more. */
async function readRows({ file: { path, bytes }, from, to }: ShardTask, scan: ShardScan): Promise<void> {
  const file = await asyncBufferFromFile(path)
  const rows = await parquetReadObjects({ file, rowStart: from, rowEnd: to })
  for (const row of rows) scan.value(row, Math.round(bytes / Math.max(1, rows.length)))
}

async function readText({ file }: ShardTask, scan: ShardScan): Promise<void> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of openBytes(file)) {
    length += chunk.length
    if (length > longestText)
      throw new Error(`${file.path} is longer than ${longestText / 2 ** 20} MiB: cut it, or give it as lines of JSON.`)
    chunks.push(Buffer.from(chunk)) // the next one comes in its place
  }
  scan.texts([Buffer.concat(chunks).toString('utf8')], length)
}
