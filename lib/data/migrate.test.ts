import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { Client } from 'pg'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { grantApplication } from '@/lib/data/grants'
import { listMigrations, type Migration, MigrationRefused, migrate, migrationState } from '@/lib/data/migrate'
import { createDatabase, dropDatabase, newDatabaseName } from '@/lib/data/testing/address'

const adminUrl = inject('adminUrl')
let url: string
let client: Client

const migration = (name: string, sql: string): Migration => ({
  name,
  sql,
  checksum: createHash('sha256').update(sql).digest('hex'),
})
const first = migration('1_first', 'CREATE TABLE one (id int); CREATE TABLE two (id int)')
const second = migration('2_second', 'CREATE TABLE three (id int)')

beforeEach(async () => {
  url = await createDatabase(adminUrl, newDatabaseName())
  client = new Client({ connectionString: url })
  await client.connect()
})
afterEach(async () => {
  await client.end()
  await dropDatabase(adminUrl, client.database ?? '')
})

async function tables(): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
  )
  return rows.map(({ name }) => name)
}

describe('migrate', () => {
  it('applies what is pending, once, in order', async () => {
    expect(await migrate(url, [first])).toEqual(['1_first'])
    expect(await migrate(url, [first, second])).toEqual(['2_second'])
    expect(await migrate(url, [first, second])).toEqual([])
    expect(await tables()).toEqual(['_prisma_migrations', 'one', 'three', 'two'])
  })

  it('lets one of several simultaneous callers do the work', async () => {
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => migrate(url, [first, second])))
    expect(outcomes.filter((applied) => applied.length > 0)).toEqual([['1_first', '2_second']])
  })

  it('keeps nothing of a migration that fails, and says which', async () => {
    const broken = migration('2_broken', 'CREATE TABLE four (id int); CREATE TABLE one (id int)')
    await expect(migrate(url, [first, broken])).rejects.toThrow('The migration 2_broken failed and was undone')
    expect(await tables()).toEqual(['_prisma_migrations', 'one', 'two'])
    expect(await migrate(url, [first, second])).toEqual(['2_second'])
  })

  it('writes the row that the stock tool would have written', async () => {
    await migrate(url, [first])
    const { rows } = await client.query('SELECT * FROM _prisma_migrations')
    expect(rows).toEqual([
      {
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        checksum: first.checksum,
        finished_at: expect.any(Date),
        migration_name: '1_first',
        logs: null,
        rolled_back_at: null,
        started_at: expect.any(Date),
        applied_steps_count: 1,
      },
    ])
  })

  it.each([
    [
      'an edited one',
      () => migrate(url, [migration('1_first', 'SELECT 1'), second]),
      'was changed after it was applied',
    ],
    ['a newer database', () => migrate(url, []), 'made by a newer one'],
    [
      'one slipped in before',
      () => migrate(url, [migration('0_zero', 'SELECT 1'), first]),
      '0_zero comes before 1_first',
    ],
  ])('refuses %s', async (_, attempt, message) => {
    await migrate(url, [first])
    const refusal = await attempt().catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(MigrationRefused)
    expect(String(refusal)).toContain(message)
  })

  it('refuses one that another tool left half-way', async () => {
    await migrate(url, [first])
    await client.query('UPDATE _prisma_migrations SET finished_at = NULL')
    await expect(migrate(url, [first, second])).rejects.toThrow('1_first began in this database and did not finish')
    await client.query('UPDATE _prisma_migrations SET rolled_back_at = now()')
    await client.query('DROP TABLE one, two')
    expect(await migrate(url, [first, second])).toEqual(['1_first', '2_second'])
  })

  it('refuses a database with tables of somebody else', async () => {
    await client.query('CREATE TABLE theirs (id int)')
    await expect(migrate(url, [first])).rejects.toThrow("already holds tables that are not Assay's (theirs")
    expect(await tables()).toEqual(['theirs'])
  })
})

describe('the released migrations', () => {
  it('make a database in which the application can do no more than it must', async () => {
    await migrate(url)
    await grantApplication(url, 'assay_test')
    const may = async (what: string) => {
      const { rows } = await client.query<{ may: boolean }>(`SELECT ${what} AS may`)
      return rows[0]?.may
    }
    expect(await may(`has_schema_privilege('assay_test', 'public', 'CREATE')`)).toBe(false)
    expect(await may(`has_table_privilege('assay_test', 'entry', 'INSERT')`)).toBe(true)
    for (const right of ['UPDATE', 'DELETE', 'TRUNCATE'])
      expect(await may(`has_table_privilege('assay_test', 'entry', '${right}')`)).toBe(false)
    expect(await may(`has_table_privilege('assay_test', 'trajectory', 'TRUNCATE')`)).toBe(false)
    expect(await may(`has_table_privilege('assay_test', '_prisma_migrations', 'INSERT')`)).toBe(false)
  })

  it('are all applied afterwards', async () => {
    const known = await listMigrations()
    await migrate(url)
    expect(await migrationState(client, known)).toEqual({ applied: known.map(({ name }) => name), pending: [] })
  })

  it('make what prisma/schema.prisma describes', async () => {
    const { stdout: drafted } = await promisify(execFile)(process.execPath, ['prisma/draft-migration.mjs'], {
      env: { ...process.env, DATABASE_URL: url },
    })
    const shape = async () => {
      const { rows: columns } = await client.query(
        `SELECT table_name, column_name, udt_name, is_nullable, column_default, datetime_precision
         FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> '_prisma_migrations' ORDER BY 1, 2`,
      )
      const { rows: constraints } = await client.query(
        `SELECT conname, pg_get_constraintdef(oid) AS definition FROM pg_constraint
         WHERE contype IN ('p', 'f') AND conrelid::regclass::text <> '_prisma_migrations' AND connamespace = 'public'::regnamespace
         ORDER BY 1`,
      )
      return { columns, constraints }
    }
    await client.query(drafted)
    const described = await shape()
    await client.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public')
    await migrate(url)
    expect(await shape()).toEqual(described)
  })
})
