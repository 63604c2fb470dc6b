import 'server-only'
import { rm } from 'node:fs/promises'
import { alignerVersion } from '@/lib/core/gold/align-trajectory'
import { linkGold } from '@/lib/core/gold/catalogue'
import type { Format } from '@/lib/core/trajectory/formats/format'
import { findFormat } from '@/lib/core/trajectory/formats/registry'
import type { JsonObject } from '@/lib/core/trajectory/types'
import { countAlignable } from '@/lib/data/alignable'
import { findReading, finishSource, type Opening, openSource, type Reading } from '@/lib/data/source-opening'
import { listSourceTasks, summariseSource } from '@/lib/data/source-summary'
import { JobProblem, type RunningJob } from '@/lib/jobs/kind'
import { alignKind } from '@/lib/jobs/kinds/align'
import type { ImportInput } from '@/lib/jobs/kinds/import'
import { searchKind } from '@/lib/jobs/kinds/search'
import { checkGoldFiles, readCatalogue } from './gold-files'
import { Importer } from './importer'
import { inspectFile, sizeOf } from './inspect-file'
import { readRecords } from './read-records'
import { TOOL_VERSION } from './tool-version'

/**
 * Imports a file. The source's row holds how far it is, together with everything read so far, so that whoever runs the
 * job next goes on there. The same bytes again add nothing.
 */
export async function runImport(input: ImportInput, job: RunningJob): Promise<JsonObject> {
  const started = Date.now()
  await job.progress({ done: 0, message: 'Looking at the file' })
  const gold = await job.step('check gold', () => checkGoldFiles(input.gold))
  const opening = await job.step('open', () => open(input, job))
  if (opening.kind === 'busy')
    throw new JobProblem(
      `${input.name}: another job is importing the same file right now. It will be there when that one ends.`,
    )
  if (opening.kind === 'opened') await read(input, job, opening.sourceId)
  const summary = await job.step('summarise', () => summariseSource(opening.sourceId, opening.kind === 'known'))
  if (opening.kind === 'opened') await follow(opening.sourceId, input.name, job)
  if (input.origin === 'upload') await job.step('clear away', () => clearAway(input))
  return { ...summary, gold, seconds: (Date.now() - started) / 1000 }
}

/** What came in is made searchable; what was there before and now has more gold is aligned with it. */
async function follow(sourceId: string, name: string, job: RunningJob): Promise<void> {
  await job.follow(searchKind, { sourceId, name })
  const scope = { besideSource: sourceId, staleSince: alignerVersion }
  if ((await job.step('gold for others', () => countAlignable(scope))) > 0)
    await job.follow(alignKind, { sourceId, name, beside: true, only: 'stale' })
}

async function open(input: ImportInput, job: RunningJob): Promise<Opening> {
  const { path, name, format, gold, task, ...rest } = input
  const inspected = await inspectFile(path, name, format)
  const options = { format, task, gold: gold.map((file) => file.name) }
  const source = { ...inspected, ...rest, name, taskName: task, options, toolVersion: TOOL_VERSION }
  return openSource(job.id, job.personId, source)
}

async function read(input: ImportInput, job: RunningJob, sourceId: string): Promise<void> {
  let importer: { importer: Importer; format: Format; byteCount: number } | null = null
  for (;;) {
    const step = await job.step('chunk', async () => {
      importer ??= await openImporter(input, sourceId)
      return { ...(await importer.importer.next()), byteCount: importer.byteCount }
    })
    await job.progress({ done: step.offset, total: step.byteCount, message: 'Importing' })
    if (step.done) break
  }
  await job.step('close', () => close(sourceId))
}

async function openImporter(input: ImportInput, sourceId: string) {
  const reading = await findReading(sourceId)
  const format = formatOf(reading)
  if ((await sizeOf(input.path, input.name)) !== reading.byteCount)
    throw new JobProblem(`${input.name}: the file has changed since its import began. Import it as it is now.`)
  const catalogue = await readCatalogue(input.gold)
  const hints = format.hints?.(reading.name)
  const importer = new Importer(
    sourceId,
    readRecords(input.path, reading.container, reading.state),
    {
      format,
      sourceName: reading.name,
      task: reading.taskName,
      defaults: {
        id: sourceId,
        model: reading.model,
        method: reading.method,
        likelyModel: hints?.model ?? null,
        likelyMethod: hints?.method ?? null,
      },
      withGold: (parsed) => (catalogue ? linkGold(parsed, catalogue).trajectory : parsed),
    },
    reading.nextOffset,
  )
  return { importer, format, byteCount: reading.byteCount }
}

function formatOf({ format, name }: Pick<Reading, 'format' | 'name'>): Format {
  const found = findFormat(format)
  if (!found) throw new JobProblem(`${name}: this version of Assay knows no format "${format}".`)
  return found
}

async function close(sourceId: string): Promise<void> {
  const format = formatOf(await findReading(sourceId))
  const tasks = await listSourceTasks(sourceId)
  await finishSource(sourceId, Object.fromEntries(tasks.map((task) => [task, format.completeness(task)])))
}

/** The records hold every byte of it now. */
async function clearAway({ path, gold }: ImportInput): Promise<void> {
  await rm(path, { force: true })
  for (const file of gold) await rm(file.path, { force: true })
}
