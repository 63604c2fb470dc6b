import 'server-only'
import { DBOSClient } from '@dbos-inc/dbos-sdk'
import { pool } from '@/lib/data/client'
import { readEnv } from '@/lib/env'
import { engineLogger } from './engine-logger'
import { prepareEngine } from './prepare-engine'

/**
 * The durable-execution engine (DBOS) in the application's own PostgreSQL. The version is constant on purpose: DBOS
 * would otherwise derive it from the source code, and an upgrade would leave every pending job behind.
 */
export const ENGINE = { name: 'assay', version: 'assay-1', schema: 'dbos', workflow: 'job' } as const

const holder: { assayJobClient?: Promise<DBOSClient> } = globalThis as { assayJobClient?: Promise<DBOSClient> }

/** The application's database as the engine wants it. */
export function engineUrl(): string {
  const { DATABASE_URL } = readEnv()
  if (!DATABASE_URL)
    throw new Error('DATABASE_URL is not set: start through `npm start` or `npm run assay -- COMMAND`.')
  return DATABASE_URL
}

/** Queues, cancels and resumes workflows without ever running one. Shares the application's connections. */
export function engineClient(): Promise<DBOSClient> {
  holder.assayJobClient ??= connect().catch((error: unknown) => {
    delete holder.assayJobClient
    throw error
  })
  return holder.assayJobClient
}

async function connect(): Promise<DBOSClient> {
  const systemDatabaseUrl = engineUrl()
  await prepareEngine(systemDatabaseUrl)
  return DBOSClient.create({
    systemDatabaseUrl,
    systemDatabasePool: pool(),
    systemDatabaseSchemaName: ENGINE.schema,
    applicationName: ENGINE.name,
    logger: engineLogger,
  })
}

/** Lets go of the client; its connections are the application's and are closed with them. */
export async function closeEngineClient(): Promise<void> {
  const open = holder.assayJobClient
  delete holder.assayJobClient
  await (await open)?.destroy()
}
