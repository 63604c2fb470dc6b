import 'server-only'
import type { Viewer } from '@/lib/auth/viewer'
import { prisma } from './client'

/** What the frame of every page says: how much is there, and which work runs. */
export type Waiting = {
  trajectories: number
  sources: number
  /** Jobs that wait or run; share (0–1) of the one that began first, null while its whole is unknown. */
  jobs: { count: number; share: number | null }
}

/** How much is in the store and what runs at this moment. */
export async function findWaiting(_viewer: Viewer): Promise<Waiting> {
  const [found] = await prisma.$queryRaw<
    { trajectories: number; sources: number; jobs: number; share: number | null }[]
  >`
    SELECT (SELECT count(*)::int FROM trajectory WHERE deleted_at IS NULL AND kind = 'trajectory') AS trajectories,
      (SELECT count(*)::int FROM source WHERE deleted_at IS NULL) AS sources,
      (SELECT count(*)::int FROM job WHERE state IN ('queued', 'running')) AS jobs,
      (SELECT done / nullif(total, 0)::float8 FROM job WHERE state = 'running' ORDER BY started_at, id LIMIT 1) AS share`
  const { trajectories = 0, sources = 0, jobs = 0, share = null } = found ?? {}
  return { trajectories, sources, jobs: { count: jobs, share } }
}
