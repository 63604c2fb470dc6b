import 'server-only'
import { createWriteStream } from 'node:fs'
import { link, open, rm, stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { Client, type ClientBase } from 'pg'
import packageJson from '@/package.json'
import { type BackedUpTable, BackupRefused, type Header, type Manifest, type TableSum } from './backup/manifest'
import { describeTables, PLAIN_TEXT, Sum, tableText } from './backup/table-stream'
import { backedUp } from './backup/tables'
import { TAR_END, tarMember } from './backup/tar'
import { listMigrations, migrationState } from './migrate'

/** The largest member of a backup, in bytes: what is held in memory at a time. */
export const PART_BYTES = 4 * 1024 * 1024
const COMPRESSION = 4

export type BackupResult = { file: string; bytes: number; migration: string; tables: TableSum[]; head: string }

/**
 * Writes the whole store, as it is at one moment, to one file: a gzipped tar of each table's rows in COPY's text
 * format, with a header first and a manifest of hashes last. People may go on working. The file appears complete or
 * not at all, readable by its owner alone.
 *
 * @param url   logs in as a role that may read every table
 * @param file  must not exist yet
 * @throws BackupRefused where the store or the file will not do
 */
export async function writeBackup(url: string, file: string, now: Date): Promise<BackupResult> {
  if (await stat(file).catch(() => null)) throw new BackupRefused(`${file} exists already: name another file.`)
  const client = new Client({ connectionString: url, application_name: 'assay backup' })
  await client.connect()
  const draft = `${file}.part`
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    await client.query(PLAIN_TEXT)
    const header = await describeStore(client, now)
    const sums: TableSum[] = []
    const head = await auditHead(client)
    const members = Readable.from(backupMembers(client, header, { tables: sums, head }))
    await pipeline(members, createGzip({ level: COMPRESSION }), createWriteStream(draft, { mode: 0o600 }))
    await publish(draft, file)
    return { file, bytes: (await stat(file)).size, migration: header.migration, tables: sums, head }
  } finally {
    await rm(draft, { force: true })
    await client.end()
  }
}

async function describeStore(client: Client, now: Date): Promise<Header> {
  const { applied } = await migrationState(client, await listMigrations())
  const migration = applied.at(-1)
  if (!migration) throw new BackupRefused('The database holds no store: there is nothing to back up.')
  const { rows } = await client.query<{ version: string }>(`SELECT current_setting('server_version') AS version`)
  return {
    format: 'assay-backup',
    version: 1,
    createdAt: now.toISOString(),
    tool: packageJson.version,
    server: rows[0]?.version ?? '',
    migration,
    tables: await describeTables(client, await keptTables(client)),
  }
}

/** @throws BackupRefused for a table that nobody decided about */
async function keptTables(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`,
  )
  const undecided = rows.filter(({ name }) => !(name in backedUp)).map(({ name }) => name)
  if (undecided.length > 0)
    throw new BackupRefused(`lib/data/backup/tables.ts does not say whether a backup keeps ${undecided.join(', ')}.`)
  return rows.map(({ name }) => name).filter((name) => backedUp[name] === 'kept')
}

async function auditHead(client: ClientBase): Promise<string> {
  const { rows } = await client.query<{ hash: Buffer }>('SELECT hash FROM entry_head WHERE id = 1')
  return rows[0]?.hash.toString('hex') ?? ''
}

async function* backupMembers(client: ClientBase, header: Header, manifest: Manifest): AsyncGenerator<Buffer> {
  const at = new Date(header.createdAt)
  const json = (value: object) => Buffer.from(`${JSON.stringify(value, null, 2)}\n`)
  yield tarMember('header.json', json(header), at)
  for (const table of header.tables) manifest.tables.push(yield* tableMembers(client, table, at))
  yield tarMember('manifest.json', json(manifest), at)
  yield TAR_END
}

async function* tableMembers(client: ClientBase, table: BackedUpTable, at: Date): AsyncGenerator<Buffer, TableSum> {
  const sum = new Sum(table.name)
  let held: Buffer[] = []
  let length = 0
  let part = 0
  const next = () => {
    part += 1
    const member = tarMember(`tables/${table.name}.${String(part).padStart(6, '0')}.copy`, Buffer.concat(held), at)
    held = []
    length = 0
    return member
  }
  for await (const chunk of tableText(client, table)) {
    sum.add(chunk)
    for (let from = 0; from < chunk.length; from += PART_BYTES) {
      const piece = chunk.subarray(from, from + PART_BYTES)
      if (length + piece.length > PART_BYTES) yield next()
      held.push(piece)
      length += piece.length
    }
  }
  if (length > 0) yield next()
  return sum.result()
}

/** Makes the draft durable and gives it its name, unless somebody took that name meanwhile. */
async function publish(draft: string, file: string): Promise<void> {
  const handle = await open(draft, 'r+')
  await handle.sync()
  await handle.close()
  await link(draft, file)
}
