import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openSandbox, type Sandbox } from './sandbox'
import { databaseUrl } from './testing/address'

const name = `assay_sandbox_${randomBytes(6).toString('hex')}`
let adminUrl = ''
let url = ''
let sandbox: Sandbox

async function asAdmin(...statements: string[]) {
  const admin = new Client({ connectionString: adminUrl })
  await admin.connect()
  for (const statement of statements) await admin.query(statement)
  await admin.end()
}

beforeAll(async () => {
  adminUrl = inject('adminUrl')
  await asAdmin(`CREATE ROLE ${name} LOGIN PASSWORD '${name}'`, `CREATE DATABASE ${name} OWNER ${name}`)
  const address = new URL(databaseUrl(adminUrl, name))
  address.username = name
  address.password = name
  url = address.toString()
  const opened = await openSandbox(url)
  if (!opened.ok) throw new Error(opened.reason)
  sandbox = opened.value
  await sandbox.build([
    'CREATE SCHEMA toys',
    'CREATE TABLE toys.car (id integer, name text)',
    "INSERT INTO toys.car VALUES (1, 'red'), (2, NULL)",
  ])
})

afterAll(async () => {
  await sandbox.close()
  await asAdmin(`DROP DATABASE ${name} WITH (FORCE)`, `DROP ROLE ${name}`)
})

describe('the sandbox', () => {
  it('gives values as the database writes them', async () => {
    const outcome = await sandbox.select('toys', 'SELECT id, name, 1.50 AS price FROM car ORDER BY id;')
    const rows = [
      ['1', 'red', '1.50'],
      ['2', null, '1.50'],
    ]
    expect(outcome).toEqual({ ok: true, columns: ['id', 'name', 'price'], rows, more: false })
  })

  it('says what the database said', async () => {
    const outcome = await sandbox.select('toys', 'SELECT names FROM car')
    expect(outcome).toEqual({
      ok: false,
      message: 'column "names" does not exist',
      hint: expect.stringContaining('car.name'),
    })
  })

  it.each([
    ['INSERT INTO car VALUES (3)'],
    ['DELETE FROM car'],
    ['DROP SCHEMA toys CASCADE'],
    ['SELECT 1; DROP SCHEMA toys CASCADE'],
    ['SELECT 1; COMMIT; DROP SCHEMA toys CASCADE'],
    ['COMMIT'],
    ['RESET ROLE'],
    ["COPY car TO PROGRAM 'true'"],
    ['WITH gone AS (DELETE FROM car RETURNING id) SELECT * FROM gone'],
    ["SELECT pg_read_file('/etc/passwd')"],
    ["SELECT set_config('transaction_read_only', 'off', false), (SELECT count(*) FROM car)"],
    ['SELECT pg_sleep(60)'],
    ["SELECT setval('nothing', 1)"],
    [''],
    ["SELECT '"],
  ])(
    'survives %s',
    async (sql) => {
      const outcome = await sandbox.select('toys', sql)
      expect(outcome.ok).toBe(false)
      expect(await sandbox.select('toys', 'SELECT count(*) FROM car')).toMatchObject({ ok: true, rows: [['2']] })
    },
    20_000,
  )

  it('reads the first thousand rows of a long result and says that there are more', async () => {
    const outcome = await sandbox.select('toys', 'SELECT a.id FROM car a, generate_series(1, 3000)')
    expect(outcome).toMatchObject({ ok: true, more: true })
    expect(outcome.ok && outcome.rows).toHaveLength(1000)
  })

  it('answers questions that are asked at once, each with its own rows', async () => {
    const numbers = Array.from({ length: 20 }, (_, i) => i)
    const outcomes = await Promise.all(
      numbers.map((n) => sandbox.select('toys', n % 3 === 0 ? 'SELECT nothing' : `SELECT ${n}`)),
    )
    expect(outcomes.map((outcome) => outcome.ok && outcome.rows)).toEqual(
      numbers.map((n) => n % 3 !== 0 && [[String(n)]]),
    )
  })

  it('is not opened as somebody who could do harm', async () => {
    expect(await openSandbox(adminUrl)).toEqual({ ok: false, reason: 'role too powerful' })
    const store = new URL(databaseUrl(adminUrl, inject('template')))
    store.username = name
    store.password = name
    expect(await openSandbox(store.toString())).toEqual({ ok: false, reason: 'holds the store' })
    const nowhere = new URL(url)
    nowhere.pathname = '/nowhere'
    expect(await openSandbox(nowhere.toString())).toEqual({ ok: false, reason: 'unreachable' })
    expect(await openSandbox('')).toEqual({ ok: false, reason: 'not configured' })
  })
})
