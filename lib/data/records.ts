import 'server-only'
import { promisify } from 'node:util'
import { inflate } from 'node:zlib'
import type { ClientBase } from 'pg'
import { z } from 'zod'
import type { Viewer } from '@/lib/auth/viewer'
import type { DecidedRecord } from '@/lib/core/trajectory/chunk'
import { bytea } from '@/lib/data/bytea'
import { prisma } from '@/lib/data/client'
import { copyRows } from '@/lib/data/copy'

const COLUMNS = [
  'source_id',
  'ordinal',
  'offset',
  'line',
  'length',
  'bytes',
  'sha256',
  'key',
  'outcome',
  'reason',
  'field',
]

const unpack = promisify(inflate)

/** Writes the raw records of a chunk. */
export function copyRecords(client: ClientBase, sourceId: string, decided: readonly DecidedRecord[]) {
  return copyRows(client, 'record', COLUMNS, recordRows(sourceId, decided))
}

function* recordRows(sourceId: string, decided: readonly DecidedRecord[]) {
  for (const { record, outcome, reason } of decided) {
    const { ordinal, offset, line, length, compressed, sha256, key, problem } = record
    yield [
      sourceId,
      ordinal,
      offset,
      line,
      length,
      compressed,
      bytea(sha256),
      key,
      outcome,
      reason,
      problem?.field ?? null,
    ]
  }
}

const place = {
  ordinal: true,
  offset: true,
  line: true,
  length: true,
  key: true,
  outcome: true,
  reason: true,
  field: true,
}

/** A page of the records of a source that could not be read, in the order of the file. */
export function listQuarantined(_viewer: Viewer, sourceId: string, take: number, skip = 0) {
  return prisma.record.findMany({
    where: { sourceId, outcome: 'quarantined' },
    orderBy: { ordinal: 'asc' },
    take,
    skip,
    select: place,
  })
}

export type RecordPlace = Awaited<ReturnType<typeof listQuarantined>>[number]

/** One raw record, byte for byte, or null where there is none or its source was deleted. */
export async function findRecord(_viewer: Viewer, sourceId: string, ordinal: number) {
  if (!z.uuid().safeParse(sourceId).success || !z.int32().min(0).safeParse(ordinal).success) return null
  const found = await prisma.record.findFirst({
    where: { sourceId, ordinal, source: { deletedAt: null } },
    select: { ...place, bytes: true, source: { select: { id: true, name: true } } },
  })
  if (!found) return null
  const { bytes, ...rest } = found
  return { ...rest, bytes: await unpack(bytes) }
}
