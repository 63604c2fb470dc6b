import 'server-only'
import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { Client, type ClientBase, DatabaseError, escapeIdentifier } from 'pg'
import type { ZodType } from 'zod'
import { PART_BYTES } from './backup'
import { BackupRefused, type Header, header, type Manifest, manifest } from './backup/manifest'
import { aside, putBack } from './backup/structure'
import { TableLoader } from './backup/table-loader'
import { PLAIN_TEXT, sumTable } from './backup/table-stream'
import { backedUp } from './backup/tables'
import { readTar, type TarMember } from './backup/tar'
import { applyMigration, listMigrations, migrationState } from './migrate'

const LARGEST_MEMBER = Math.max(PART_BYTES, 1024 * 1024)
const READ_BYTES = 256 * 1024
// The migrations themselves put rows into these.
const SEEDED = ['person', 'entry_head']
const MEMBER = /^tables\/(\w+)\.\d{6}\.copy$/

export type RestoreResult = { createdAt: string; migration: string; rows: number; head: string }

/**
 * Fills an empty database from a backup, in one transaction: afterwards every table is what it was, hash for hash, or
 * the database is as empty as before. Migrations newer than the backup are left to `migrate`.
 *
 * @param url  logs in as the owner-to-be of the tables
 * @throws BackupRefused where the file is damaged or incomplete, or the database is not empty
 */
export async function restoreBackup(url: string, file: string): Promise<RestoreResult> {
  const client = new Client({ connectionString: url, application_name: 'assay restore' })
  await client.connect()
  try {
    await client.query('BEGIN')
    await client.query(PLAIN_TEXT)
    const result = await restoreIn(client, file)
    await client.query('COMMIT')
    return result
  } finally {
    await client.end()
  }
}

// Class 22 of PostgreSQL's errors: the data is not what its column takes.
const BAD_DATA = /^22/

async function restoreIn(client: Client, file: string): Promise<RestoreResult> {
  const members = membersOf(file)
  const first = await members.next()
  if (first.done || first.value.name !== 'header.json') throw damaged(file, 'it does not begin with a header')
  const head = parsed(file, header, first.value)
  await prepare(client, head)
  const structure = await aside(client)
  const { end, sums } = await load(client, file, head, members).catch((error: unknown) => {
    throw error instanceof DatabaseError && BAD_DATA.test(error.code ?? '') ? damaged(file, error.message) : error
  })
  for (const table of head.tables) {
    const promised = end.tables.find(({ name }) => name === table.name)
    if (promised?.sha256 !== sums.get(table.name)) throw damaged(file, `the rows of ${table.name} were altered`)
  }
  await putBack(client, structure)
  await verify(client, head, end)
  await settleJobs(client)
  const rows = end.tables.reduce((sum, table) => sum + table.rows, 0)
  return { createdAt: head.createdAt, migration: head.migration, rows, head: end.head }
}

function damaged(file: string, why: string): BackupRefused {
  return new BackupRefused(`${file} is damaged or no backup of Assay: ${why}. Nothing was restored.`)
}

async function* membersOf(file: string): AsyncGenerator<TarMember> {
  const stream = createReadStream(file)
  const unzipped = stream.pipe(createGunzip({ chunkSize: READ_BYTES }))
  stream.on('error', (error) => unzipped.destroy(error))
  try {
    yield* readTar(unzipped, LARGEST_MEMBER)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw isUnreadable(error) ? new BackupRefused(`${file} cannot be read: ${reason}`) : damaged(file, reason)
  } finally {
    stream.destroy()
  }
}

/** Whether the system could not give the file, whatever is in it. */
function isUnreadable(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error
}

function parsed<T>(file: string, schema: ZodType<T>, { name, content }: TarMember): T {
  try {
    return schema.parse(JSON.parse(content.toString('utf8')))
  } catch {
    throw damaged(file, `its ${name} cannot be read`)
  }
}

/** Brings an empty database to the state of the backup's own version, without the rows that migrations put there. */
async function prepare(client: Client, head: Header): Promise<void> {
  const known = await listMigrations()
  const until = known.findIndex(({ name }) => name === head.migration)
  if (until === -1)
    throw new BackupRefused(
      `The backup was made by a newer Assay (${head.tool}, migration ${head.migration}): update this one.`,
    )
  const { applied } = await migrationState(client, known)
  if (applied.length === 0) {
    for (const migration of known.slice(0, until + 1)) await applyMigration(client, migration)
  } else {
    await refuseContent(client)
    if (applied.at(-1) !== head.migration)
      throw new BackupRefused('The database is migrated further than the backup: give it one without tables.')
  }
  for (const { name } of head.tables) {
    if (!(name in backedUp))
      throw new BackupRefused(`The backup holds a table ${name} that this version does not know.`)
    await client.query(`DELETE FROM ${escapeIdentifier(name)}`)
  }
}

/** @throws BackupRefused where anything but what the migrations put there is in the database */
async function refuseContent(client: ClientBase): Promise<void> {
  const built = `SELECT 1 FROM person WHERE kind = 'person'`
  for (const table of Object.keys(backedUp).filter((name) => !SEEDED.includes(name))) {
    const { rows } = await client.query(`SELECT 1 FROM ${escapeIdentifier(table)} LIMIT 1`)
    if (rows.length > 0) throw notEmpty(table)
  }
  if ((await client.query(built)).rows.length > 0) throw notEmpty('person')
}

function notEmpty(table: string): BackupRefused {
  return new BackupRefused(
    `The database is not empty (${table} has rows), and a restore overwrites nothing. ` +
      'Restore into a new ASSAY_HOME, or let DATABASE_URL name a new database.',
  )
}

type Loaded = { end: Manifest; sums: Map<string, string> }

async function load(
  client: ClientBase,
  file: string,
  head: Header,
  members: AsyncIterable<TarMember>,
): Promise<Loaded> {
  const tables = new TableLoader(client, head.tables)
  let end: Manifest | null = null
  for await (const member of members) {
    if (member.name === 'manifest.json') {
      end = parsed(file, manifest, member)
    } else {
      const name = MEMBER.exec(member.name)?.[1]
      const table = head.tables.find((each) => each.name === name)
      if (!table) throw damaged(file, `nothing is known about its member ${member.name}`)
      await tables.add(table, member.content)
    }
  }
  const sums = await tables.finish()
  if (!end) throw damaged(file, 'its manifest is missing')
  return { end, sums }
}

/** Reads back every table and compares it with what the backup holds. */
async function verify(client: ClientBase, head: Header, end: Manifest): Promise<void> {
  for (const table of head.tables) {
    const stored = await sumTable(client, table)
    const promised = end.tables.find(({ name }) => name === table.name)
    if (stored.sha256 !== promised?.sha256 || stored.rows !== promised.rows)
      throw new BackupRefused(`The table ${table.name} came out different from what went in. Nothing was restored.`)
  }
}

/** The job engine's own state is not in a backup: what waited or ran then can only be started anew. */
async function settleJobs(client: ClientBase): Promise<void> {
  await client.query(
    `UPDATE job SET state = 'failed', finished_at = now(), error = 'The store was restored from a backup while this waited or ran. Start it again.'
     WHERE state IN ('queued', 'running')`,
  )
}
