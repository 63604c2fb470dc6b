import { readFile, realpath } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { codeOf, Failure } from '@/lib/cli/failure'
import { withLock } from '@/lib/cli/lock'
import { chooseAccount, ownerOf } from '@/lib/cli/postgres/account'
import { findBinaries } from '@/lib/cli/postgres/binaries'
import { initialise, launch, refuseOtherVersion, shutDown } from '@/lib/cli/postgres/cluster'
import {
  type ClusterRecord,
  freePort,
  newRecord,
  prepareHome,
  readRecord,
  writeRecord,
} from '@/lib/cli/postgres/record'
import { databases, ensureRoles, urlOf } from '@/lib/cli/postgres/roles'

/** The embedded server, up. Every holder keeps one connection open, so that the last one to leave can tell. */
export type Postgres = {
  /** False where it was already up. */
  started: boolean
  port: number
  urls: { superuser: string; owner: string; application: string; sandbox: string }
  /** Resolves when the connection to it ends, for whatever reason. */
  lost: Promise<void>
  /** Stops it if nobody else is connected and `db up` did not ask for it to stay; says whether it did. */
  leave: () => Promise<boolean>
}

export type PostgresOptions = {
  /** False gives up durability for speed: for tests alone. */
  durable?: boolean
  /** Whether it stays up after the last one has left. */
  keep?: boolean
}

const PRESENCE = 'assay presence'
const RECOVERY_LIMIT_MS = 120_000

const dataOf = (home: string) => path.join(home, 'postgres', 'data')
const locked = <T>(home: string, work: () => Promise<T>) => withLock(path.join(home, 'postgres.lock'), work)

/**
 * Starts the embedded PostgreSQL under `home`, or joins the one that runs there. A server that outlived a killed
 * process is joined; the traces of one that was killed itself are cleared.
 *
 * @throws Failure with what to do, where it cannot be
 */
export async function startPostgres(home: string, options: PostgresOptions = {}): Promise<Postgres> {
  await prepareHome(home)
  return locked(home, async () => {
    const running = await joinPostgres(home, options)
    if (running) return running
    const port = await bringUp(home, options)
    const started = await joinPostgres(home, options)
    if (!started)
      throw new Failure(`PostgreSQL started on port ${port} but does not answer. Its log: ${home}/postgres/log`)
    return { ...started, started: true }
  })
}

async function bringUp(home: string, options: PostgresOptions): Promise<number> {
  const data = dataOf(home)
  const madeBy = await ownerOf(path.join(data, 'PG_VERSION'))
  const binaries = await findBinaries()
  await refuseOtherVersion(data, binaries)
  const account = await chooseAccount(binaries.initdb, madeBy)
  const kept = await recordFor(home, madeBy !== null)
  const port = await freePort(kept.port).catch(() => freePort())
  await writeRecord(home, { ...kept, port, keep: options.keep ?? false })
  if (madeBy === null) await initialise(data, binaries, account, kept.passwords.superuser, options)
  await launch(data, binaries, account, port, options)
  return port
}

async function recordFor(home: string, initialised: boolean): Promise<ClusterRecord> {
  const kept = await readRecord(home)
  if (kept) return kept
  if (!initialised) return newRecord()
  throw new Failure(
    `${home}/postgres.json, with the store's passwords, is missing: put it back from a copy of the folder.`,
  )
}

/**
 * Joins the server that runs under `home`, after asking it whether its data folder is the one there; null where none
 * does.
 */
export async function joinPostgres(home: string, options: PostgresOptions = {}): Promise<Postgres | null> {
  const kept = await readRecord(home)
  const presence = kept && (await connectOnceReady(urlOf(kept, 'superuser', 'postgres')))
  if (!presence) return null
  const { rows } = await presence.query<{ data_directory: string }>('SHOW data_directory')
  const [theirs, ours] = await Promise.all([resolved(rows[0]?.data_directory ?? ''), resolved(dataOf(home))])
  if (theirs !== ours) {
    await presence.end()
    return null
  }
  const lost = new Promise<void>((resolve) => presence.once('end', resolve))
  await ensureRoles(presence, kept.passwords)
  if (options.keep !== undefined) await writeRecord(home, { ...kept, keep: options.keep })
  const urls = {
    superuser: urlOf(kept, 'superuser', 'postgres'),
    owner: urlOf(kept, 'owner', databases.store),
    application: urlOf(kept, 'application', databases.store),
    sandbox: urlOf(kept, 'sandbox', databases.sandbox),
  }
  return { started: false, port: kept.port, urls, lost, leave: () => leave(home, presence) }
}

const resolved = (place: string) => realpath(place).catch(() => path.resolve(place))

/** Connects; waits while the server recovers from a crash. Null where nobody answers, or somebody who does not know us. */
async function connectOnceReady(url: string): Promise<pg.Client | null> {
  const deadline = Date.now() + RECOVERY_LIMIT_MS
  for (;;) {
    const client = new pg.Client({ connectionString: url, application_name: PRESENCE, connectionTimeoutMillis: 10_000 })
    client.on('error', () => {})
    try {
      await client.connect()
      return client
    } catch (error) {
      await client.end().catch(() => {})
      // 57P03: starting up, recovering or shutting down.
      if (codeOf(error) !== '57P03' || Date.now() > deadline) return null
      await sleep(100)
    }
  }
}

async function leave(home: string, presence: pg.Client): Promise<boolean> {
  return locked(home, async () => {
    const others = await presence
      .query(`SELECT 1 FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()`)
      .then(
        (found) => found.rows.length,
        () => 0,
      )
    await presence.end().catch(() => {})
    if (others > 0 || (await readRecord(home))?.keep) return false
    await halt(home)
    return true
  })
}

/** Stops the server under `home` whoever is connected; says whether there was one. */
export async function stopPostgres(home: string): Promise<boolean> {
  if (!(await readRecord(home))) return false
  return locked(home, async () => {
    const running = await readFile(path.join(dataOf(home), 'postmaster.pid')).then(
      () => true,
      () => false,
    )
    if (running) await halt(home)
    return running
  })
}

async function halt(home: string): Promise<void> {
  const binaries = await findBinaries()
  const account = await chooseAccount(binaries.initdb, await ownerOf(path.join(dataOf(home), 'PG_VERSION')))
  await shutDown(dataOf(home), binaries, account)
}
