import 'server-only'
import { open } from 'node:fs/promises'
import { containerOf, type Detection, detect, detectionBytes } from '@/lib/core/trajectory/detect'
import { findFormat } from '@/lib/core/trajectory/formats/registry'
import { parseRecord } from '@/lib/core/trajectory/parse'
import { type RawRecord, scanRecords } from '@/lib/core/trajectory/records'
import { type ParsedTrajectory, RecordProblem } from '@/lib/core/trajectory/types'

/** The beginning of a file, and whether that is all of it. */
export async function readHead(file: string): Promise<{ head: Uint8Array; whole: boolean }> {
  const handle = await open(file)
  try {
    const { size } = await handle.stat()
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(detectionBytes), 0, detectionBytes, 0)
    return { head: buffer.subarray(0, bytesRead), whole: bytesRead === size }
  } finally {
    await handle.close()
  }
}

/** What a record would become. */
export type RecordPreview =
  | { line: number; problem: string; field: string | null }
  | { line: number; trajectories: TrajectoryPreview[] }

export type TrajectoryPreview = {
  externalId: string
  task: string
  model: string | null
  instruction: string
  steps: number
  actions: number
  rewardFinal: number | null
  gold: number
}

export type FilePreview = { detection: Detection; records: RecordPreview[] }

const PREVIEWED = 5
const SHOWN_INSTRUCTION = 300

/** What importing a file would make of its first records. Nothing is stored. */
export async function previewFile(file: string, name: string, format: string | null): Promise<FilePreview> {
  const { head, whole } = await readHead(file)
  const detection = format === null ? detect(head, name, whole) : named(format, head, name)
  if (detection.kind !== 'known') return { detection, records: [] }
  const scanner = scanRecords(detection.container)
  const records = scanner.push(head)
  // A head that is not the whole file ends somewhere in a record: that one is not shown.
  if (whole) records.push(...scanner.end())
  return { detection, records: records.slice(0, PREVIEWED).map((raw) => previewRecord(raw, detection.format, name)) }
}

function named(name: string, head: Uint8Array, fileName: string): Detection {
  const format = findFormat(name)
  if (!format) return { kind: 'unknown', reason: `there is no format "${name}"` }
  return { kind: 'known', format: name, container: containerOf(format, head, fileName), reason: 'you named it' }
}

function previewRecord(raw: RawRecord, formatName: string, sourceName: string): RecordPreview {
  const { line, ordinal, key, problem, after } = raw
  if (problem !== null) return { line, problem, field: null }
  const format = findFormat(formatName)
  if (!format) return { line, problem: `there is no format "${formatName}"`, field: null }
  try {
    const context = { sourceName, ordinal, key, header: after.header, task: null }
    return { line, trajectories: parseRecord(format, raw.bytes, context).map(previewTrajectory) }
  } catch (error) {
    if (error instanceof RecordProblem) return { line, problem: error.reason, field: error.field }
    throw error
  }
}

function previewTrajectory({ instance, steps, ...parsed }: ParsedTrajectory): TrajectoryPreview {
  const { externalId, task, model, rewardFinal } = parsed
  return {
    externalId,
    task,
    model,
    instruction: Array.from(instance.instruction).slice(0, SHOWN_INSTRUCTION).join(''),
    steps: steps.length,
    actions: steps.filter(({ action }) => action !== null).length,
    rewardFinal,
    gold: instance.gold.length,
  }
}
