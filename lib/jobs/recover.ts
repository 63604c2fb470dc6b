import 'server-only'
import { failJob, listUnfinishedJobs } from '@/lib/data/jobs'
import { alone, listLiveWorkers } from '@/lib/data/workers'
import { engineClient } from './engine'

/**
 * Gives the work of silent workers to the living: every workflow that is pending with a worker that is not alive goes
 * back to its queue, and whoever takes it goes on after the last step that was recorded. Jobs whose workflow has ended
 * without a word are closed with one.
 *
 * @returns the ids of the jobs that were resumed
 */
export async function recoverAbandoned(): Promise<string[]> {
  const resumed: string[] = []
  await alone(async () => {
    const unfinished = await listUnfinishedJobs()
    if (unfinished.length === 0) return
    const client = await engineClient()
    const workflows = await client.listWorkflows({
      workflowIDs: unfinished.map(({ id }) => id),
      loadInput: false,
      loadOutput: false,
    })
    const live = new Set((await listLiveWorkers()).map(({ id }) => id))
    const known = new Set<string>()
    const queueOf = new Map(unfinished.map(({ id, queue }) => [id, queue]))
    for (const { workflowID, status, executorId } of workflows) {
      const queueName = queueOf.get(workflowID)
      if (status === 'PENDING' && queueName && !live.has(executorId ?? '')) {
        await client.resumeWorkflow(workflowID, { queueName })
        resumed.push(workflowID)
      }
      known.add(workflowID)
      if (status === 'MAX_RECOVERY_ATTEMPTS_EXCEEDED')
        await failJob(workflowID, 'The job was given up after too many starts.')
    }
    // A restored backup holds jobs and no workflows.
    for (const { id } of unfinished)
      if (!known.has(id))
        await failJob(id, 'The store was restored while this job was under way. A retry does it anew.')
  })
  return resumed
}
