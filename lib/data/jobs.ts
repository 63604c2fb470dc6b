import 'server-only'
import type { ClientBase } from 'pg'
import { z } from 'zod'
import type { Viewer } from '@/lib/auth/viewer'
import type { JsonObject } from '@/lib/core/trajectory/types'
import { pool, prisma } from '@/lib/data/client'
import type { JobState, Prisma } from '@/prisma/generated/client'

export type { JobState }

export type NewJob = {
  id: string
  kind: string
  title: string
  unit: string
  queue: string
  input: JsonObject
  personId: string
}

/** Adds a job in the transaction that queues its workflow. False where it was there already. */
export async function insertJob(client: ClientBase, job: NewJob): Promise<boolean> {
  const { rowCount } = await client.query(
    `INSERT INTO job (id, kind, title, unit, queue, input, person_id) VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (id) DO NOTHING`,
    [job.id, job.kind, job.title, job.unit, job.queue, JSON.stringify(job.input), job.personId],
  )
  return rowCount === 1
}

const shown = {
  id: true,
  kind: true,
  title: true,
  state: true,
  done: true,
  total: true,
  unit: true,
  rate: true,
  message: true,
  error: true,
  input: true,
  result: true,
  queue: true,
  createdAt: true,
  startedAt: true,
  progressedAt: true,
  finishedAt: true,
  person: { select: { id: true, name: true } },
} satisfies Prisma.JobSelect

/** One job by its id, or null. Jobs are everybody's who may read jobs. */
export function findJob(_viewer: Viewer, id: string) {
  if (!z.uuid().safeParse(id).success) return Promise.resolve(null)
  return prisma.job.findUnique({ where: { id }, select: shown })
}

export type JobRow = NonNullable<Awaited<ReturnType<typeof findJob>>>

export const JOBS_A_PAGE = 50

/** Jobs in these states, newest first. */
export function listJobs(
  _viewer: Viewer,
  states: readonly JobState[],
  take = JOBS_A_PAGE,
  skip = 0,
): Promise<JobRow[]> {
  return prisma.job.findMany({
    where: { state: { in: [...states] } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take,
    skip,
    select: shown,
  })
}

/** How many jobs stand in each state. */
export async function countJobs(_viewer: Viewer): Promise<Record<JobState, number>> {
  const groups = await prisma.job.groupBy({ by: ['state'], _count: true })
  const counts: Record<JobState, number> = { queued: 0, running: 0, done: 0, failed: 0, cancelled: 0 }
  for (const group of groups) counts[group.state] = group._count
  return counts
}

/** A cancel takes hold once, and only of what has not ended. */
export async function markCancelled(_viewer: Viewer, id: string): Promise<boolean> {
  const { count } = await prisma.job.updateMany({
    where: { id, state: { in: ['queued', 'running'] } },
    data: { state: 'cancelled', finishedAt: new Date(), error: null },
  })
  return count === 1
}

/** Puts a job that failed or was cancelled back into its queue; null where there is nothing to retry. */
export async function markRetried(_viewer: Viewer, id: string): Promise<{ queue: string } | null> {
  const [row] = await prisma.job.updateManyAndReturn({
    where: { id, state: { in: ['failed', 'cancelled'] } },
    data: { state: 'queued', finishedAt: null, error: null, rate: null, starts: 0 },
    select: { queue: true },
  })
  return row ?? null
}

export type StartedJob = { kind: string; input: unknown; personId: string; starts: number; done: number }

/** A worker takes a job up. Null where it was cancelled meanwhile or has ended. */
export async function startJob(id: string): Promise<StartedJob | null> {
  const { rows } = await pool().query<StartedJob>(
    `UPDATE job SET state = 'running', started_at = coalesce(started_at, now()), starts = starts + 1, rate = NULL
     WHERE id = $1 AND state IN ('queued', 'running')
     RETURNING kind, input, person_id AS "personId", starts, done::float8 AS done`,
    [id],
  )
  return rows[0] ?? null
}

export type ReportedProgress = { done: number; total: number | null; rate: number | null; message: string | null }

/** Says how far a running job is. Whoever makes progress has not died on the spot, so the starts count anew. */
export async function reportProgress(id: string, { done, total, rate, message }: ReportedProgress): Promise<void> {
  await pool().query(
    `UPDATE job SET done = $2, total = $3, rate = $4, message = $5, progressed_at = now(),
       starts = CASE WHEN done < $2 THEN 1 ELSE starts END
     WHERE id = $1 AND state = 'running'`,
    [id, Math.round(done), total === null ? null : Math.round(total), rate, message],
  )
}

/** Ends a job well. */
export async function finishJob(id: string, result: JsonObject): Promise<void> {
  await pool().query(
    `UPDATE job SET state = 'done', result = $2, error = NULL, finished_at = now(), done = coalesce(total, done)
     WHERE id = $1 AND state IN ('queued', 'running')`,
    [id, JSON.stringify(result)],
  )
}

/** Ends a job with the sentence that says why it could not be done. */
export async function failJob(id: string, error: string): Promise<void> {
  await pool().query(
    `UPDATE job SET state = 'failed', error = $2, finished_at = now() WHERE id = $1 AND state IN ('queued', 'running')`,
    [id, error],
  )
}

/** The jobs that have not ended, with the queue each belongs to. */
export async function listUnfinishedJobs(): Promise<{ id: string; queue: string }[]> {
  const { rows } = await pool().query<{ id: string; queue: string }>(
    `SELECT id, queue FROM job WHERE state IN ('queued', 'running')`,
  )
  return rows
}
