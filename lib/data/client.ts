import 'server-only'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { readEnv } from '@/lib/env'
import { type Prisma, PrismaClient } from '@/prisma/generated/client'

/** What a transaction gives to the functions that write in it. */
export type Transaction = Prisma.TransactionClient

type Connections = { pool: pg.Pool; prisma: PrismaClient }

const MAX_CONNECTIONS = 10
const TRANSACTION_WAIT_MS = 20_000
const TRANSACTION_LIMIT_MS = 60_000

// A development server loads this module anew with every edit; the connections outlive it.
const holder: { assayConnections?: Connections } = globalThis as { assayConnections?: Connections }

function connect(): Connections {
  const { DATABASE_URL } = readEnv()
  if (!DATABASE_URL)
    throw new Error('DATABASE_URL is not set: start through `npm start` or `npm run assay -- COMMAND`.')
  const pool = new pg.Pool({
    connectionString: DATABASE_URL,
    max: MAX_CONNECTIONS,
    application_name: 'assay',
    // The adapter drops the offset of a timestamp and takes it for UTC.
    onConnect: async (client) => {
      await client.query("SET TIME ZONE 'UTC'")
    },
  })
  // An idle connection that breaks (the server restarts) is replaced at its next use.
  pool.on('error', () => {})
  return { pool, prisma: new PrismaClient({ adapter: new PrismaPg(pool) }) }
}

function connections(): Connections {
  holder.assayConnections ??= connect()
  return holder.assayConnections
}

/** The pool that Prisma uses too, for raw SQL and COPY. Opened at its first use. */
export function pool(): pg.Pool {
  return connections().pool
}

/** The client, opened at its first use, so that importing this module needs no database. */
export const prisma: PrismaClient = new Proxy(Object.create(null), {
  get: (_, key) => {
    const client = connections().prisma
    const value: unknown = Reflect.get(client, key, client)
    return typeof value === 'function' ? value.bind(client) : value
  },
})

/**
 * Runs `work` in one transaction: all of it is kept, or nothing. Waits up to 20 s for a connection and is undone after
 * 60 s. Never call a model or another service inside.
 */
export function inTransaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  return prisma.$transaction(work, { maxWait: TRANSACTION_WAIT_MS, timeout: TRANSACTION_LIMIT_MS })
}

/** The same on a bare connection, for work that needs COPY or a cursor. It has no time limit of its own. */
export async function inConnection<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool().connect()
  let broken: Error | undefined
  try {
    await client.query('BEGIN')
    const result = await work(client)
    await client.query('COMMIT')
    return result
  } catch (error) {
    await client.query('ROLLBACK').catch((failure: Error) => {
      broken = failure
    })
    throw error
  } finally {
    client.release(broken)
  }
}

/** Closes every connection, so that a process may end. The next use opens them again. */
export async function disconnect(): Promise<void> {
  const open = holder.assayConnections
  if (!open) return
  delete holder.assayConnections
  await open.prisma.$disconnect()
  await open.pool.end()
}
