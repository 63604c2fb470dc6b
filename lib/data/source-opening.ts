import 'server-only'
import { v7 } from 'uuid'
import { z } from 'zod'
import type { Container } from '@/lib/core/trajectory/records'
import { type Completeness, type JsonObject, methods } from '@/lib/core/trajectory/types'
import { inTransaction, prisma, type Transaction } from '@/lib/data/client'
import { appendEntry } from '@/lib/data/entries'
import type { Prisma } from '@/prisma/generated/client'

/** A file as its bringer describes it and as its beginning shows it. */
export type NewSource = {
  name: string
  format: string
  formatReason: string
  sha256: string
  byteCount: number
  origin: 'upload' | 'command' | 'example'
  originUrl: string | null
  licence: string | null
  model: string | null
  method: (typeof methods)[number] | null
  taskName: string | null
  options: JsonObject
  toolVersion: string
  container: Container
}

/**
 * opened: the source is there, new or begun before, and reading goes on at its offset. known: the same bytes are in the
 * store already. busy: another job is importing them right now.
 */
export type Opening =
  | { kind: 'opened'; sourceId: string }
  | { kind: 'known'; sourceId: string }
  | { kind: 'busy'; sourceId: string; jobId: string }

/** Makes the source of an import job, or finds what an earlier try of it left. Files are told apart by their bytes. */
export function openSource(jobId: string, personId: string, source: NewSource): Promise<Opening> {
  return inTransaction(async (tx) => {
    // Two imports of the same bytes come here one after the other.
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${source.sha256}, 0))::text`
    const same = await tx.source.findFirst({
      where: { sha256: source.sha256, deletedAt: null },
      select: { id: true, jobId: true, finishedAt: true },
      orderBy: { createdAt: 'asc' },
    })
    if (!same) return { kind: 'opened', sourceId: await createSource(tx, jobId, personId, source) }
    if (same.jobId === jobId && !same.finishedAt) return { kind: 'opened', sourceId: same.id }
    if (same.finishedAt) return { kind: 'known', sourceId: same.id }
    const active = same.jobId && (await isActive(tx, same.jobId))
    if (active) return { kind: 'busy', sourceId: same.id, jobId: same.jobId ?? '' }
    // An earlier import was cancelled or failed: this one goes on where it had got to.
    await tx.source.update({ where: { id: same.id }, data: { jobId } })
    return { kind: 'opened', sourceId: same.id }
  })
}

async function createSource(tx: Transaction, jobId: string, personId: string, source: NewSource): Promise<string> {
  const id = v7()
  const { container, method, options, ...rest } = source
  const scan = { container, state: null }
  await tx.source.create({
    data: {
      ...rest,
      id,
      jobId,
      importedById: personId,
      scan,
      options: options as Prisma.InputJsonObject,
      ...inStore(method),
    },
  })
  await appendEntry(tx, {
    personId,
    act: 'source.import',
    subjectId: id,
    detail: { name: source.name, sha256: source.sha256, bytes: source.byteCount },
  })
  return id
}

// The client names the members of an enumeration as identifiers.
const members = {
  exploration: 'exploration',
  'answer forcing': 'answer_forcing',
  'heuristic search': 'heuristic_search',
  reformatting: 'reformatting',
  human: 'human',
  unknown: 'unknown',
} as const
const inStore = (method: NewSource['method']) => ({ method: method === null ? null : members[method] })

async function isActive(tx: Transaction, jobId: string): Promise<boolean> {
  const job = await tx.job.findUnique({ where: { id: jobId }, select: { state: true } })
  return job?.state === 'queued' || job?.state === 'running'
}

const containerShape: z.ZodType<Container> = z.union([
  z.object({ kind: z.enum(['array', 'object']), at: z.string().nullable() }),
  z.object({ kind: z.enum(['lines', 'values', 'blocks', 'whole']) }),
])

const scanShape = z.object({
  container: containerShape,
  state: z
    .object({
      offset: z.int(),
      ordinal: z.int(),
      line: z.int(),
      inside: z.enum(['array', 'object']).nullable(),
      header: z.record(z.string(), z.string()),
    })
    .nullable(),
})

/** What reading a source goes by: how its records lie in the file, and where to go on (null: at its beginning). */
export async function findReading(sourceId: string) {
  const source = await prisma.source.findUniqueOrThrow({
    where: { id: sourceId },
    select: {
      id: true,
      name: true,
      format: true,
      byteCount: true,
      nextOffset: true,
      model: true,
      method: true,
      taskName: true,
      scan: true,
      finishedAt: true,
    },
  })
  const { byteCount, nextOffset, format, method, scan, ...rest } = source
  if (format === null) throw new Error(`source ${sourceId} has no format`)
  return {
    ...rest,
    format,
    method: methods.find((word) => members[word] === method) ?? null,
    byteCount: Number(byteCount),
    nextOffset: Number(nextOffset),
    ...scanShape.parse(scan),
  }
}

export type Reading = Awaited<ReturnType<typeof findReading>>

/** The whole file has been read: its counts are final. Keeps what its records hold of what the models were shown. */
export async function finishSource(sourceId: string, completeness: Record<string, Completeness>): Promise<void> {
  await prisma.source.updateMany({
    where: { id: sourceId, finishedAt: null },
    data: { finishedAt: new Date(), completeness },
  })
}
