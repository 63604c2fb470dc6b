import { hash } from 'node:crypto'
import { promisify } from 'node:util'
import { deflate, deflateSync } from 'node:zlib'
import type { PreparedRecord } from '@/lib/core/trajectory/chunk'
import type { Format } from '@/lib/core/trajectory/formats/format'
import { parseRecord } from '@/lib/core/trajectory/parse'
import { prepareTrajectory, type SourceDefaults } from '@/lib/core/trajectory/prepare'
import type { RawRecord } from '@/lib/core/trajectory/records'
import { type ParsedTrajectory, RecordProblem } from '@/lib/core/trajectory/types'

const pack = promisify(deflate)
const COMPRESSION = { level: 3 }
/** Below this a call into the thread pool costs more than the compression. */
const PACK_HERE_BELOW = 64 * 1024

export type RecordReading = {
  format: Format
  sourceName: string
  task: string | null
  defaults: SourceDefaults
  /** Adds what a gold file or the task's catalogue knows. */
  withGold: (parsed: ParsedTrajectory) => ParsedTrajectory
}

/** Parses a raw record and computes what is stored of it. What cannot be read keeps its bytes and says why. */
export async function prepareRecord(raw: RawRecord, reading: RecordReading): Promise<PreparedRecord> {
  const { ordinal, offset, line, length, key, bytes, problem } = raw
  const place = { ordinal, offset, line, length, key }
  const compressed = bytes.length < PACK_HERE_BELOW ? deflateSync(bytes, COMPRESSION) : await pack(bytes, COMPRESSION)
  const kept = { ...place, compressed, sha256: hash('sha256', bytes, 'hex') }
  if (problem !== null) return { ...kept, trajectories: [], problem: { reason: problem, field: null } }
  const read = readTrajectories(raw, reading)
  if (read instanceof RecordProblem)
    return { ...kept, trajectories: [], problem: { reason: read.reason, field: read.field } }
  return { ...kept, trajectories: read, problem: null }
}

function readTrajectories({ bytes, ordinal, key, after }: RawRecord, reading: RecordReading) {
  const { format, sourceName, task, defaults, withGold } = reading
  try {
    const parsed = parseRecord(format, bytes, { sourceName, ordinal, key, header: after.header, task })
    return parsed.map((each, part) => prepareTrajectory(withGold(each), part, defaults))
  } catch (error) {
    if (error instanceof RecordProblem) return error
    throw error
  }
}
