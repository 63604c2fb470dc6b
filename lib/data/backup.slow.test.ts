import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { OPERATOR_ID } from '@/lib/auth/viewer'
import { type BackupResult, writeBackup } from '@/lib/data/backup'
import { backedUp } from '@/lib/data/backup/tables'
import { inTransaction, prisma } from '@/lib/data/client'
import { appendEntry } from '@/lib/data/entries'
import { migrate } from '@/lib/data/migrate'
import { restoreBackup } from '@/lib/data/restore'
import { createDatabase, dropDatabase, newDatabaseName } from '@/lib/data/testing/address'
import { useTestDatabase } from '@/lib/data/testing/database'
import { hasOldServer, startOldServer } from '@/lib/data/testing/old-server'
import { insertSource, insertTrajectory } from '@/lib/data/testing/trajectories'

const database = useTestDatabase()
const adminUrl = inject('adminUrl')
const now = new Date('2026-01-02T03:04:05.678Z')
let folder: string
let made: BackupResult

const append = (subjectId: string) =>
  inTransaction((tx) => appendEntry(tx, { personId: OPERATOR_ID, act: 'source.import', subjectId }))

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'assay-backup-test-'))
  const source = await insertSource('tab\there, line\nbreak, back\\slash, \\N, 漢字 🙂.jsonl')
  for (const rewardFinal of [0.1, 1e-300, -0, Number.NaN, Number.POSITIVE_INFINITY, null])
    await insertTrajectory(source.id, { rewardFinal, observation: `seen ${rewardFinal}\r\n` })
  // Longer than a member of the file, and the second alone is.
  for (const [ordinal, size] of [3_000_000, 6_000_000, 0].entries()) {
    const bytes = Uint8Array.from(randomBytes(size))
    const data = { ordinal, offset: 2n ** 60n, length: size, bytes, sha256: bytes.subarray(0, 32) }
    await prisma.record.create({ data: { ...data, sourceId: source.id, outcome: 'imported' } })
  }
  const job = { id: OPERATOR_ID, kind: 'import', title: 'x', queue: 'shared', personId: OPERATOR_ID }
  await prisma.job.create({ data: { ...job, state: 'running', input: { a: [1, { b: 'é' }], c: null } } })
  await prisma.authRateLimit.create({ data: { id: OPERATOR_ID, key: 'k', count: 1, lastRequest: 1n } })
  for (const subject of ['one', 'two', 'three']) await append(subject)
  made = await writeBackup(database.url, path.join(folder, 'store.assay'), now)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function inNewDatabase<T>(server: string, work: (url: string) => Promise<T>): Promise<T> {
  const name = newDatabaseName()
  try {
    return await work(await createDatabase(server, name))
  } finally {
    await dropDatabase(server, name)
  }
}

async function query(url: string, text: string) {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

/** The sums of every table but the one that a restore settles. */
const sums = ({ tables }: BackupResult) => tables.filter(({ name }) => name !== 'job')

describe('a backup', () => {
  it('says what it holds', () => {
    expect(made.tables.find(({ name }) => name === 'trajectory')).toMatchObject({ rows: 6 })
    expect(made.tables.find(({ name }) => name === 'record')).toMatchObject({ rows: 3 })
    expect(made.tables.map(({ name }) => name)).not.toContain('auth_rate_limit')
  })

  it('comes back as it was, table for table', async () => {
    await inNewDatabase(adminUrl, async (url) => {
      await restoreBackup(url, made.file)
      const again = await writeBackup(url, path.join(folder, 'again.assay'), now)
      expect(sums(again)).toEqual(sums(made))
      expect(again.head).toBe(made.head)
    })
  })

  it('comes back with the indexes, foreign keys, triggers and counters of a migrated database', async () => {
    const structure = (url: string) =>
      query(
        url,
        `SELECT indexdef AS made FROM pg_indexes WHERE schemaname = 'public'
         UNION SELECT conname || pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'public'::regnamespace
         UNION SELECT tgname || tgenabled::text FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1`,
      )
    await inNewDatabase(adminUrl, async (url) => {
      await restoreBackup(url, made.file)
      expect(await structure(url)).toEqual(await structure(database.ownerUrl))
      await expect(query(url, 'DELETE FROM entry')).rejects.toThrow('append-only')
      const [chunks] = await query(database.ownerUrl, 'SELECT max(id)::int AS last FROM search_chunk')
      expect(await query(url, `SELECT nextval('search_chunk_id_seq')::int AS next`)).toEqual([
        { next: chunks.last + 1 },
      ])
    })
  })

  it('ends the jobs that were under way, since their engine starts anew', async () => {
    await inNewDatabase(adminUrl, async (url) => {
      await restoreBackup(url, made.file)
      expect(await query(url, 'SELECT state, error FROM job')).toEqual([
        { state: 'failed', error: expect.stringContaining('restored from a backup') },
      ])
    })
  })

  it('is of one moment while people go on working', async () => {
    let working = true
    const work = (async () => {
      for (let index = 0; working; index += 1) await append(`busy-${index}`)
    })()
    const busy = await writeBackup(database.url, path.join(folder, 'busy.assay'), now)
    working = false
    await work
    await inNewDatabase(adminUrl, async (url) => {
      await restoreBackup(url, busy.file)
      const [ends] = await query(url, 'SELECT max(seq) AS last, (SELECT seq FROM entry_head) AS head FROM entry')
      expect(ends.last).toBe(ends.head)
    })
  })

  it('overwrites no file', async () => {
    await expect(writeBackup(database.url, made.file, now)).rejects.toThrow('exists already')
  })

  it('decides about every table of the schema', async () => {
    const tables = await query(
      database.ownerUrl,
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`,
    )
    expect(Object.keys(backedUp).sort()).toEqual(tables.map(({ name }) => name).sort())
  })

  it('refuses to leave out a table that nobody decided about', async () => {
    await query(database.ownerUrl, 'CREATE TABLE forgotten (id int PRIMARY KEY)')
    await expect(writeBackup(database.ownerUrl, path.join(folder, 'x.assay'), now)).rejects.toThrow('keeps forgotten')
    await query(database.ownerUrl, 'DROP TABLE forgotten')
  })
})

describe('a restore', () => {
  it('fills a database that holds no more than its migrations', async () => {
    await inNewDatabase(adminUrl, async (url) => {
      await migrate(url)
      expect(await restoreBackup(url, made.file)).toMatchObject({ migration: made.migration, head: made.head })
    })
  })

  it('refuses a database with rows in it, and touches none', async () => {
    await inNewDatabase(adminUrl, async (url) => {
      await restoreBackup(url, made.file)
      await query(url, `UPDATE task SET title = 'mine'`)
      await expect(restoreBackup(url, made.file)).rejects.toThrow('The database is not empty')
      expect(await query(url, 'SELECT DISTINCT title FROM task')).toEqual([{ title: 'mine' }])
    })
  })

  it('says that a file is not there, and makes nothing', async () => {
    await inNewDatabase(adminUrl, async (url) => {
      await expect(restoreBackup(url, path.join(folder, 'none'))).rejects.toThrow(/none cannot be read: ENOENT/)
      expect(await query(url, `SELECT tablename FROM pg_tables WHERE schemaname = 'public'`)).toEqual([])
    })
  })

  const inside = (change: (tar: Buffer) => Buffer) => (file: Buffer) => gzipSync(change(gunzipSync(file)))
  const overwritten = (bytes: Buffer, at: number, by: string) => Buffer.from(bytes).fill(by, at, at + by.length)
  const replaced = (tar: Buffer, what: string, by: string) => overwritten(tar, tar.indexOf(what), by)

  it.each([
    ['cut short', (file: Buffer) => file.subarray(0, file.length / 2), 'damaged'],
    [
      'with some bytes overwritten',
      (file: Buffer) => overwritten(file, Math.floor(file.length / 2), 'garbage'),
      'damaged',
    ],
    ['with a row altered by hand', inside((tar) => replaced(tar, 'seen', 'sawn')), 'damaged'],
    ['with a row that is none any more', inside((tar) => replaced(tar, '\t0.1\t', '\tx.1\t')), 'damaged'],
    ['with a member left out', inside((tar) => Buffer.concat([tar.subarray(0, 2048), tar.subarray(4096)])), 'damaged'],
    ['without its end', inside((tar) => tar.subarray(0, tar.indexOf('manifest.json'))), 'it ends early'],
    ['that is something else', () => Buffer.from('something else'), 'damaged'],
    ['that is empty', () => Buffer.alloc(0), 'damaged'],
    ['of a newer version', inside((tar) => replaced(tar, '"migration": "2026', '"migration": "9026')), 'newer Assay'],
  ])('keeps nothing of a file %s', async (_, change, message) => {
    const file = path.join(folder, `${randomBytes(4).toString('hex')}.assay`)
    await writeFile(file, change(await readFile(made.file)))
    await inNewDatabase(adminUrl, async (url) => {
      await expect(restoreBackup(url, file)).rejects.toThrow(message)
      expect(await query(url, `SELECT tablename FROM pg_tables WHERE schemaname = 'public'`)).toEqual([])
    })
  })
})

describe.skipIf(!hasOldServer)('between PostgreSQL 18 and 15', () => {
  let old: Awaited<ReturnType<typeof startOldServer>>
  beforeAll(async () => {
    old = await startOldServer()
  })
  afterAll(() => old.stop())

  it('travels there and back unchanged', async () => {
    const there = await inNewDatabase(old.adminUrl, async (url) => {
      await restoreBackup(url, made.file)
      return writeBackup(url, path.join(folder, 'there.assay'), now)
    })
    const back = await inNewDatabase(adminUrl, async (url) => {
      await restoreBackup(url, there.file)
      return writeBackup(url, path.join(folder, 'back.assay'), now)
    })
    expect(sums(there)).toEqual(sums(made))
    expect(sums(back)).toEqual(sums(made))
  })
})
