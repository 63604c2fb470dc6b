import 'server-only'
import { inConnection, pool } from '@/lib/data/client'

/** A worker that was not heard of for this long is taken for dead, and its jobs go to others. */
export const SILENT_AFTER_SECONDS = 20

const FORGOTTEN_AFTER_DAYS = 7
const SWEEP_LOCK = 7_242_001

/** Says that a worker is alive. The database's clock decides, so that hosts need not agree on the time. */
export async function beat(worker: { id: string; host: string; pid: number }): Promise<void> {
  await pool().query(
    `INSERT INTO worker (id, host, pid) VALUES ($1, $2, $3)
     ON CONFLICT (id) DO UPDATE SET last_seen_at = now()`,
    [worker.id, worker.host, worker.pid],
  )
}

/** Takes a worker that ended in order off the list. */
export async function forgetWorker(id: string): Promise<void> {
  await pool().query('DELETE FROM worker WHERE id = $1', [id])
}

export type LiveWorker = { id: string; host: string; pid: number; startedAt: Date }

/** The workers heard of in the last 20 seconds, oldest first. */
export async function listLiveWorkers(): Promise<LiveWorker[]> {
  const { rows } = await pool().query<LiveWorker>(
    `SELECT id, host, pid, started_at AS "startedAt" FROM worker
     WHERE last_seen_at > now() - make_interval(secs => $1) ORDER BY started_at, id`,
    [SILENT_AFTER_SECONDS],
  )
  return rows
}

/**
 * Runs `sweep` unless another worker is sweeping right now. Two at once would each take the other's freshly resumed
 * job for an abandoned one.
 */
export async function alone(sweep: () => Promise<void>): Promise<void> {
  await inConnection(async (client) => {
    const { rows } = await client.query<{ mine: boolean }>('SELECT pg_try_advisory_xact_lock($1) AS mine', [SWEEP_LOCK])
    if (!rows[0]?.mine) return
    await sweep()
    await client.query('DELETE FROM worker WHERE last_seen_at < now() - make_interval(days => $1)', [
      FORGOTTEN_AFTER_DAYS,
    ])
  })
}
