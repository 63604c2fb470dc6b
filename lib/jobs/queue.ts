import 'server-only'
import { setTimeout } from 'node:timers/promises'
import type { DBOSClient } from '@dbos-inc/dbos-sdk'
import { v5, v7 } from 'uuid'
import { may } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import type { JsonObject } from '@/lib/core/trajectory/types'
import { inConnection } from '@/lib/data/client'
import { insertJob, markCancelled, markRetried, type NewJob } from '@/lib/data/jobs'
import { fail, ok, type Result } from '@/lib/result'
import { ENGINE, engineClient } from './engine'
import { hostQueue, SHARED_QUEUE } from './host'
import type { JobKind } from './kind'
import { type JobKindName, jobKinds } from './registry'

/** What people call each kind of job. */
export const kindTitles: Readonly<Record<string, string>> = Object.fromEntries(
  Object.values(jobKinds).map(({ name, title }) => [name, title]),
)

/** Queues a job of this kind; a worker takes it up within a second. The process that asks never runs it. */
export function enqueue(viewer: Viewer, kind: JobKindName, input: JsonObject) {
  return enqueueKind(viewer, jobKinds[kind], input)
}

/** The same for a kind given by itself. */
export async function enqueueKind(
  viewer: Viewer,
  kind: JobKind,
  input: JsonObject,
): Promise<Result<{ id: string }, 'forbidden' | 'invalid'>> {
  if (!may(viewer, kind.right)) return fail('forbidden')
  const accepted = kind.accept(input)
  if (!accepted.ok) return accepted
  const id = v7()
  await submit(kind, { id, title: accepted.value.title, input, personId: viewer.id })
  return ok({ id })
}

/** The job's row and its workflow in one transaction: neither is ever there without the other. */
export async function submit(kind: JobKind, job: Pick<NewJob, 'id' | 'title' | 'input' | 'personId'>): Promise<void> {
  const queue = kind.place === 'this host' ? await hostQueue() : SHARED_QUEUE
  const client = await engineClient()
  await inConnection(async (connection) => {
    const added = await insertJob(connection, { ...job, queue, kind: kind.name, unit: kind.unit })
    if (added) await client.enqueueInTransaction(connection, enqueueOptions(job.id, queue), job.id)
  })
}

/** The id of the job that follows another: always the same one, so that asking for it twice adds nothing. */
export const followUpId = (parentId: string, kind: string): string => v5(kind, parentId)

const enqueueOptions = (id: string, queueName: string) => ({
  workflowID: id,
  workflowName: ENGINE.workflow,
  queueName,
  appVersion: ENGINE.version,
  applicationName: ENGINE.name,
})

/** Stops a job that waits or runs. What it has written stays, and a retry goes on from there. */
export async function cancelJob(viewer: Viewer, id: string): Promise<Result<{ id: string }, 'forbidden' | 'ended'>> {
  if (!may(viewer, 'job.manage')) return fail('forbidden')
  if (!(await markCancelled(viewer, id))) return fail('ended')
  await (await engineClient()).cancelWorkflow(id)
  return ok({ id })
}

/** Runs a job again that failed or was cancelled, from where it had got to. */
export async function retryJob(viewer: Viewer, id: string): Promise<Result<{ id: string }, 'forbidden' | 'not-ended'>> {
  if (!may(viewer, 'job.manage')) return fail('forbidden')
  const retried = await markRetried(viewer, id)
  if (!retried) return fail('not-ended')
  const client = await engineClient()
  const status = await settledStatus(client, id)
  // A restored backup holds jobs and no workflows: then the job gets a new one of the same id.
  if (status === null) await client.enqueue(enqueueOptions(id, retried.queue), id)
  else await client.rewindWorkflow(id, { startStep: 0, queueName: retried.queue })
  return ok({ id })
}

const SETTLE_MS = 5_000
const LOOK_EVERY_MS = 100

/** What its workflow ended as, or null where there is none. The job's row says so a moment before the engine does. */
async function settledStatus(client: DBOSClient, id: string): Promise<string | null> {
  for (let waited = 0; ; waited += LOOK_EVERY_MS) {
    const [workflow] = await client.listWorkflows({ workflowIDs: [id], loadInput: false, loadOutput: false })
    if (!workflow) return null
    if (!['PENDING', 'ENQUEUED'].includes(workflow.status) || waited >= SETTLE_MS) return workflow.status
    await setTimeout(LOOK_EVERY_MS)
  }
}
