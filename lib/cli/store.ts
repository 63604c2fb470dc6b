import pg from 'pg'
import { checkServer } from '@/lib/cli/external'
import { Failure } from '@/lib/cli/failure'
import { type Postgres, startPostgres } from '@/lib/cli/postgres'
import { disconnect } from '@/lib/data/client'
import { grantApplication } from '@/lib/data/grants'
import { MigrationRefused, migrate } from '@/lib/data/migrate'
import { assayHome, readEnv } from '@/lib/env'

/** A store that this process may use: the embedded server, or the one that DATABASE_URL names. */
export type Store = {
  /** Null where DATABASE_URL names another server. */
  postgres: Postgres | null
  applicationUrl: string
  ownerUrl: string
}

/**
 * Makes the store reachable, starting the embedded server where need be, and lets the environment of this process and
 * its children name it.
 *
 * @throws Failure with what to do
 */
export async function openStore(): Promise<Store> {
  const env = readEnv()
  if (env.DATABASE_URL) {
    await checkServer('DATABASE_URL', env.DATABASE_URL)
    if (env.DATABASE_OWNER_URL) await checkServer('DATABASE_OWNER_URL', env.DATABASE_OWNER_URL)
    return { postgres: null, applicationUrl: env.DATABASE_URL, ownerUrl: env.DATABASE_OWNER_URL ?? env.DATABASE_URL }
  }
  const postgres = await startPostgres(assayHome(env))
  nameStore(postgres)
  return { postgres, applicationUrl: postgres.urls.application, ownerUrl: postgres.urls.owner }
}

/** Lets this process and its children know where the embedded server is. */
export function nameStore({ urls }: Postgres): void {
  process.env.DATABASE_URL = urls.application
  process.env.SANDBOX_DATABASE_URL = urls.sandbox
}

/** Lets go of the store; the embedded server stops with the last that uses it. Says whether it stopped. */
export async function closeStore(store: Store): Promise<boolean> {
  await disconnect()
  return (await store.postgres?.leave()) ?? false
}

/** Applies what is pending and settles the application's rights. Returns the names of the migrations applied now. */
export async function migrateStore({ ownerUrl, applicationUrl }: Store): Promise<string[]> {
  try {
    const applied = await migrate(ownerUrl)
    if (ownerUrl !== applicationUrl) await grantApplication(ownerUrl, userOf(applicationUrl))
    return applied
  } catch (error) {
    if (error instanceof MigrationRefused) throw new Failure(error.message)
    throw error
  }
}

function userOf(url: string): string {
  return new pg.Client({ connectionString: url }).user ?? ''
}

/** Runs a command's work on an open, migrated store, and lets go of it whatever happens. */
export async function inStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore()
  try {
    await migrateStore(store)
    return await work(store)
  } finally {
    await closeStore(store)
  }
}
