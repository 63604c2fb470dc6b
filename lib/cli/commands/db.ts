import type { Command } from 'commander'
import pg from 'pg'
import { answer } from '@/lib/cli/answer'
import { Failure } from '@/lib/cli/failure'
import { joinPostgres, startPostgres, stopPostgres } from '@/lib/cli/postgres'
import { closeStore, migrateStore, openStore } from '@/lib/cli/store'
import { listMigrations, MigrationRefused, migrationState } from '@/lib/data/migrate'
import { assayHome, readEnv } from '@/lib/env'

/** `db`: the database itself. */
export function register(program: Command): void {
  const db = program.command('db').description('the database: start, stop, migrate, back up, restore')
  db.command('up').description('start the embedded PostgreSQL and leave it running').action(up)
  db.command('down').description('stop the embedded PostgreSQL, whoever uses it').action(down)
  db.command('status').description('where the database is and what it holds').action(status)
  db.command('migrate').description('bring the database up to this version').action(migrate)
}

function refuseExternal(): void {
  if (readEnv().DATABASE_URL)
    throw new Failure('DATABASE_URL names a PostgreSQL that Assay did not start: start and stop it by its own means.')
}

async function up(_: unknown, command: Command): Promise<void> {
  refuseExternal()
  const { port, started, leave } = await startPostgres(assayHome(), { keep: true })
  await leave()
  answer(command, { port, started }, `PostgreSQL ${started ? 'started' : 'was up already'}, on 127.0.0.1:${port}.`)
}

async function down(_: unknown, command: Command): Promise<void> {
  refuseExternal()
  const stopped = await stopPostgres(assayHome())
  answer(command, { stopped }, stopped ? 'PostgreSQL stopped.' : 'PostgreSQL was not running.')
}

async function migrate(_: unknown, command: Command): Promise<void> {
  const store = await openStore()
  try {
    const applied = await migrateStore(store)
    answer(command, { applied }, applied.length > 0 ? `Applied ${applied.join(', ')}.` : 'Nothing to apply.')
  } finally {
    await closeStore(store)
  }
}

async function status(_: unknown, command: Command): Promise<void> {
  const { DATABASE_URL, DATABASE_OWNER_URL } = readEnv()
  const embedded = DATABASE_URL ? null : await joinPostgres(assayHome())
  const url = DATABASE_OWNER_URL ?? DATABASE_URL ?? embedded?.urls.owner
  if (!url) {
    answer(command, { running: false, home: assayHome() }, `Not running. Its home is ${assayHome()}.`)
    return
  }
  const client = new pg.Client({ connectionString: url })
  try {
    await client.connect()
    const { rows } = await client.query<{ version: string; bytes: string }>(
      `SELECT current_setting('server_version') AS version, pg_database_size(current_database())::text AS bytes`,
    )
    const { applied, pending } = await migrationState(client, await listMigrations())
    const bytes = Number(rows[0]?.bytes)
    const where = {
      running: true,
      embedded: embedded !== null,
      host: client.host,
      port: client.port,
      database: client.database,
    }
    const text = [
      `PostgreSQL ${rows[0]?.version} at ${client.host}:${client.port}, database ${client.database}${embedded ? ' (embedded)' : ''}`,
      `${(bytes / 1e6).toFixed(1)} MB; migrations applied: ${applied.length}, pending: ${pending.length}`,
    ]
    answer(command, { ...where, version: rows[0]?.version, bytes, applied, pending }, text.join('\n'))
  } catch (error) {
    if (error instanceof MigrationRefused) throw new Failure(error.message)
    throw error
  } finally {
    await client.end()
    await embedded?.leave()
  }
}
