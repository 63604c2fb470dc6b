import type { Command } from 'commander'
import pg from 'pg'
import { OPERATOR_ID } from '@/lib/auth/viewer'
import { answer } from '@/lib/cli/answer'
import { codeOf, Failure, reasonOf } from '@/lib/cli/failure'
import { givenPath } from '@/lib/cli/given-path'
import { joinPostgres, startPostgres, stopPostgres } from '@/lib/cli/postgres'
import { closeStore, migrateStore, openStore } from '@/lib/cli/store'
import { writeBackup } from '@/lib/data/backup'
import { BackupRefused } from '@/lib/data/backup/manifest'
import { inTransaction } from '@/lib/data/client'
import { appendEntry } from '@/lib/data/entries'
import { listMigrations, MigrationRefused, migrationState } from '@/lib/data/migrate'
import { restoreBackup } from '@/lib/data/restore'
import { assayHome, readEnv } from '@/lib/env'

/** `db`: the database itself. */
export function register(program: Command): void {
  const db = program.command('db').description('the database: start, stop, migrate, back up, restore')
  db.command('up').description('start the embedded PostgreSQL and leave it running').action(up)
  db.command('down').description('stop the embedded PostgreSQL, whoever uses it').action(down)
  db.command('status').description('where the database is and what it holds').action(status)
  db.command('backup')
    .argument('<file>')
    .description('write the whole store, as it is at this moment, to a new file')
    .action(backup)
  db.command('restore')
    .argument('<file>')
    .description('fill an empty database from a backup: all of it, or nothing')
    .action(restore)
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

async function backup(file: string, _: unknown, command: Command): Promise<void> {
  const store = await openStore()
  try {
    const made = await orFailure(() => writeBackup(store.ownerUrl, givenPath(file), new Date()))
    await record('store.backup', made.migration, { bytes: made.bytes, head: made.head })
    const rows = made.tables.reduce((sum, table) => sum + table.rows, 0)
    answer(
      command,
      { ...made, rows },
      `${rows} rows in ${made.tables.length} tables: ${made.file}, ${megabytes(made.bytes)}`,
    )
  } finally {
    await closeStore(store)
  }
}

async function restore(file: string, _: unknown, command: Command): Promise<void> {
  const store = await openStore()
  try {
    const restored = await orFailure(() => restoreBackup(store.ownerUrl, givenPath(file)))
    const applied = await migrateStore(store)
    await record('store.restore', restored.migration, { createdAt: restored.createdAt, head: restored.head })
    answer(
      command,
      { ...restored, applied },
      `${restored.rows} rows as of ${restored.createdAt}; every table verified.`,
    )
  } finally {
    await closeStore(store)
  }
}

function record(act: 'store.backup' | 'store.restore', subjectId: string, detail: Record<string, string | number>) {
  return inTransaction((tx) => appendEntry(tx, { personId: OPERATOR_ID, act, subjectId, detail }))
}

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`

async function orFailure<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof BackupRefused || error instanceof MigrationRefused) throw new Failure(error.message)
    if (codeOf(error)?.startsWith('E')) throw new Failure(reasonOf(error))
    throw error
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
    const { applied, pending } = await orFailure(async () => migrationState(client, await listMigrations()))
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
      `${megabytes(bytes)}; migrations applied: ${applied.length}, pending: ${pending.length}`,
    ]
    answer(command, { ...where, version: rows[0]?.version, bytes, applied, pending }, text.join('\n'))
  } finally {
    await client.end()
    await embedded?.leave()
  }
}
