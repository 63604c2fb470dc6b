import 'server-only'
import { setTimeout } from 'node:timers/promises'
import { ensureSystemDatabase } from '@dbos-inc/dbos-sdk/internal/system_database'
import { GlobalLogger } from '@dbos-inc/dbos-sdk/internal/telemetry/logs'
import type { PoolClient } from 'pg'
import { pool } from '@/lib/data/client'
import { ENGINE } from './engine'
import { engineLogger } from './engine-logger'

const PREPARE_LOCK = 7_242_002
const TRY_EVERY_MS = 100

/**
 * Makes or upgrades the engine's own schema, which belongs to the role that the application logs in as. One process at
 * a time: the engine builds indexes concurrently and two that do so deadlock. The lock is tried, never waited for in
 * the database, since a waiting statement would hold up the concurrent build too.
 */
export async function prepareEngine(url: string): Promise<void> {
  const connection = await pool().connect()
  try {
    while (!(await locked(connection))) await setTimeout(TRY_EVERY_MS)
    try {
      // The application's own pool: the engine would otherwise look for its database from another one first.
      const logger = new GlobalLogger(undefined, { logger: engineLogger })
      await ensureSystemDatabase(url, logger, pool(), ENGINE.schema)
    } finally {
      await connection.query('SELECT pg_advisory_unlock($1)', [PREPARE_LOCK])
    }
  } finally {
    connection.release()
  }
}

async function locked(connection: PoolClient): Promise<boolean> {
  const { rows } = await connection.query<{ mine: boolean }>('SELECT pg_try_advisory_lock($1) AS mine', [PREPARE_LOCK])
  return rows[0]?.mine === true
}
