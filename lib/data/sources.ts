import 'server-only'
import { z } from 'zod'
import type { Viewer } from '@/lib/auth/viewer'
import { presences } from '@/lib/core/trajectory/types'
import { prisma } from '@/lib/data/client'
import type { Prisma } from '@/prisma/generated/client'

export const SOURCES_A_PAGE = 50

const counted = {
  id: true,
  name: true,
  format: true,
  byteCount: true,
  recordCount: true,
  importedCount: true,
  duplicateCount: true,
  quarantinedCount: true,
  goldLinkedCount: true,
  trajectoryCount: true,
  agentTurnCount: true,
  searchedUpTo: true,
  licence: true,
  jobId: true,
  createdAt: true,
  finishedAt: true,
  importedBy: { select: { name: true } },
} satisfies Prisma.SourceSelect

/** A page of the sources, newest first, and how many there are. */
export async function listSources(_viewer: Viewer, page: number) {
  const where = { deletedAt: null }
  const [rows, total] = await Promise.all([
    prisma.source.findMany({
      where,
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      skip: (page - 1) * SOURCES_A_PAGE,
      take: SOURCES_A_PAGE,
      select: counted,
    }),
    prisma.source.count({ where }),
  ])
  return { rows, total }
}

export type SourceRow = Awaited<ReturnType<typeof listSources>>['rows'][number]

const presence = z.enum(presences)
const completeness = z.record(
  z.string(),
  z.object({ prompt: presence, menu: presence, images: presence, earlierTurns: presence }),
)
const options = z.object({
  format: z.string().nullable().optional(),
  task: z.string().nullable().optional(),
  gold: z.array(z.string()).default([]),
})

/** One source with its provenance and what it came to, or null where there is none or it was deleted. */
export async function findSource(_viewer: Viewer, id: string) {
  if (!z.uuid().safeParse(id).success) return null
  const found = await prisma.source.findFirst({
    where: { id, deletedAt: null },
    select: {
      ...counted,
      formatReason: true,
      sha256: true,
      origin: true,
      originUrl: true,
      model: true,
      method: true,
      taskName: true,
      completeness: true,
      options: true,
      toolVersion: true,
      actionCount: true,
    },
  })
  if (!found) return null
  return {
    ...found,
    method: found.method?.replaceAll('_', ' ') ?? null,
    completeness: completeness.parse(found.completeness),
    options: options.parse(found.options),
  }
}

export type SourceDetail = NonNullable<Awaited<ReturnType<typeof findSource>>>

/** What the trajectories of a source are of: each task with how many there are and how many have gold. */
export async function countSourceTasks(_viewer: Viewer, sourceId: string) {
  const rows = await prisma.$queryRaw<{ name: string; title: string; trajectories: number; gold: number }[]>`
    SELECT k.name, k.title, count(*)::int AS trajectories, count(*) FILTER (WHERE t.gold_match <> 'no gold')::int AS gold
    FROM trajectory t JOIN task k ON k.id = t.task_id
    WHERE t.source_id = ${sourceId}::uuid AND t.deleted_at IS NULL
    GROUP BY k.name, k.title ORDER BY trajectories DESC, k.name`
  return rows
}

export type SourceTask = Awaited<ReturnType<typeof countSourceTasks>>[number]

const sourceOf = z.object({ sourceId: z.uuid() })

/** The source that a job reads or follows, or null where it has none yet. */
export async function findSourceOfJob(viewer: Viewer, { id, input, result }: SourceJob): Promise<SourceDetail | null> {
  const named = sourceOf.safeParse(result).data ?? sourceOf.safeParse(input).data
  if (named) return findSource(viewer, named.sourceId)
  const own = await prisma.source.findFirst({ where: { jobId: id, deletedAt: null }, select: { id: true } })
  return own && findSource(viewer, own.id)
}

type SourceJob = { id: string; input: unknown; result: unknown }
