import { z } from 'zod'
import { alignerVersion } from '@/lib/core/gold/align-trajectory'
import { type AlignableScope, countAlignable } from '@/lib/data/alignable'
import { type Realigned, realignBatch } from '@/lib/data/realign'
import { jobKind, type RunningJob } from '@/lib/jobs/kind'

/**
 * Aligns trajectories with the gold that their instances have now: all of a source, or wherever gold came in later than
 * the trajectory or the aligner has changed since.
 */
export const alignKind = jobKind({
  name: 'align',
  title: 'Align to gold',
  right: 'gold.align',
  unit: 'trajectories',
  place: 'any host',
  input: z.object({
    sourceId: z.uuid().nullable().default(null),
    name: z.string().nullable().default(null),
    beside: z.boolean().default(false), // those of other sources that attempt the same, instead of its own
    only: z.enum(['all', 'stale']).default('all'),
  }),
  titleOf: ({ name, beside }) =>
    name === null ? 'Align to gold' : `Align ${beside ? `what shares gold with ${name}` : name} to gold`,
  run: async ({ sourceId, beside, only }, job) => {
    const scope = {
      ...(sourceId === null ? {} : beside ? { besideSource: sourceId } : { sourceId }),
      ...(only === 'stale' ? { staleSince: alignerVersion } : {}),
    }
    const total = await job.step('count', () => countAlignable(scope))
    let after: string | null = null
    let aligned = 0
    do {
      const batch: Realigned = await alignNext(job, scope, after)
      after = batch.last
      aligned += batch.aligned
      await job.progress({ done: aligned, total, message: 'Aligning' })
    } while (after !== null)
    return { trajectories: aligned }
  },
})

function alignNext(job: RunningJob, scope: AlignableScope, after: string | null): Promise<Realigned> {
  return job.step('align', () => realignBatch(scope, after))
}
