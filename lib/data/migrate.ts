import 'server-only'
import { createHash, randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { Client } from 'pg'

export type Migration = { name: string; sql: string; checksum: string }
export type Applied = { name: string; checksum: string; finished: boolean }

/** Where a database stands against the migrations of this version. */
export type MigrationState = { applied: string[]; pending: string[] }

/** The database and the migrations do not fit; the message says how, and what to do. */
export class MigrationRefused extends Error {
  override name = 'MigrationRefused'
}

const FOLDER = path.resolve(import.meta.dirname, '../../prisma/migrations')
// The number that Prisma's own tool locks, so that both never migrate at once.
const LOCK = 72707369

// As Prisma creates it.
const TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id                  VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum            VARCHAR(64) NOT NULL,
  finished_at         TIMESTAMPTZ,
  migration_name      VARCHAR(255) NOT NULL,
  logs                TEXT,
  rolled_back_at      TIMESTAMPTZ,
  started_at          TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`

/** The released migrations, in order. */
export async function listMigrations(folder: string = FOLDER): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(path.join(folder, name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

/**
 * What is applied and what is pending.
 *
 * @throws MigrationRefused for a database of a newer version, an edited migration, one that stopped half-way, or tables
 * that are not Assay's
 */
export async function migrationState(client: Client, migrations: readonly Migration[]): Promise<MigrationState> {
  const applied = await listApplied(client)
  for (const [index, row] of applied.entries()) {
    if (!row.finished)
      throw new MigrationRefused(
        `The migration ${row.name} began in this database and did not finish. Restore a backup, or, where its statements ` +
          'are undone by hand, delete its row from _prisma_migrations and start again.',
      )
    const ours = migrations.find(({ name }) => name === row.name)
    if (!ours)
      throw new MigrationRefused(
        `The database holds the migration ${row.name}, which this version of Assay does not know: it was made by a newer ` +
          'one. Update this Assay, or point it at another database.',
      )
    if (ours.checksum !== row.checksum)
      throw new MigrationRefused(
        `The migration ${row.name} was changed after it was applied (${row.checksum.slice(0, 12)} then, ` +
          `${ours.checksum.slice(0, 12)} now). Put prisma/migrations/${row.name} back as it was released, and make a new migration for the change.`,
      )
    if (migrations[index]?.name !== row.name)
      throw new MigrationRefused(
        `The migration ${migrations[index]?.name} comes before ${row.name}, which is applied already. Give it a later name.`,
      )
  }
  const done = new Set(applied.map(({ name }) => name))
  return {
    applied: [...done],
    pending: migrations.filter(({ name }) => !done.has(name)).map(({ name }) => name),
  }
}

async function listApplied(client: Client): Promise<Applied[]> {
  const { rows: tables } = await client.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename COLLATE "C"`,
  )
  if (tables.some(({ name }) => name === '_prisma_migrations')) {
    const { rows } = await client.query<Applied>(
      `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished FROM _prisma_migrations
       WHERE rolled_back_at IS NULL ORDER BY migration_name COLLATE "C"`,
    )
    return rows
  }
  if (tables[0] === undefined) return []
  throw new MigrationRefused(
    `The database ${client.database} already holds tables that are not Assay's (${tables[0].name}, …). Give Assay a database of its own.`,
  )
}

/**
 * Brings a database up to this version. Each migration and its row in _prisma_migrations are one transaction, as the
 * stock tool would have written them. Any number of processes may call it at once: one migrates, the others wait.
 *
 * @param url  logs in as the owner of the tables
 * @returns the names of the migrations applied now
 * @throws MigrationRefused; the database's own error where a statement fails, with nothing of that migration kept
 */
export async function migrate(url: string, migrations?: readonly Migration[]): Promise<string[]> {
  const known = migrations ?? (await listMigrations())
  const client = new Client({ connectionString: url, application_name: 'assay migrate' })
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK])
    const { pending } = await migrationState(client, known)
    for (const migration of known.filter(({ name }) => pending.includes(name)))
      await inOwnTransaction(client, migration)
    return pending
  } finally {
    await client.end()
  }
}

/** Applies one migration and writes its row, in the transaction that the connection is in. */
export async function applyMigration(client: Client, { name, sql, checksum }: Migration): Promise<void> {
  const id = randomUUID()
  await client.query(TABLE)
  await client.query('INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ($1, $2, $3)', [
    id,
    checksum,
    name,
  ])
  await client.query(sql)
  await client.query(
    'UPDATE _prisma_migrations SET finished_at = clock_timestamp(), applied_steps_count = 1 WHERE id = $1',
    [id],
  )
}

async function inOwnTransaction(client: Client, migration: Migration): Promise<void> {
  await client.query('BEGIN')
  try {
    await applyMigration(client, migration)
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error(`The migration ${migration.name} failed and was undone: ${reason}`, { cause: error })
  }
}
