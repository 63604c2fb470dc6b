import { createReadStream, createWriteStream } from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from, to } from 'pg-copy-streams'

/** The tables that an import writes, in the order of their references. */
const TABLES = [
  'source',
  'task',
  'instance',
  'gold_sequence',
  'preamble',
  'record',
  'trajectory',
  'revision',
  'step',
  'alignment',
] as const

const fileOf = (folder: string, table: string) => path.join(folder, `${table}.copy`)

/** Writes what the tables hold into files, as COPY wants it. */
export async function dump(url: string, folder: string, tables: readonly string[] = TABLES): Promise<void> {
  await connected(url, async (client) => {
    for (const table of tables)
      await pipeline(client.query(to(`COPY ${table} TO STDOUT`)), createWriteStream(fileOf(folder, table)))
  })
}

/**
 * Reads those files into the same tables by nothing but COPY.
 *
 * @returns seconds
 */
export async function load(url: string, folder: string, tables: readonly string[] = TABLES): Promise<number> {
  return connected(url, async (client) => {
    await client.query('CHECKPOINT')
    const started = performance.now()
    for (const table of tables)
      await pipeline(
        createReadStream(fileOf(folder, table), { highWaterMark: 1024 * 1024 }),
        client.query(from(`COPY ${table} FROM STDIN`)),
      )
    return (performance.now() - started) / 1000
  })
}

async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return work(client).finally(() => client.end())
}
