import { spawn } from 'node:child_process'
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { Client } from 'pg'
import { describe, expect, it } from 'vitest'
import { Failure } from '@/lib/cli/failure'
import { isAlive } from '@/lib/cli/lock'
import { type Postgres, startPostgres, stopPostgres } from '@/lib/cli/postgres'
import { useHomes } from '@/lib/cli/testing/home'

const newHome = useHomes()
const quick = { durable: false }

async function query<T extends object>(url: string, text: string): Promise<T[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<T>(text)).rows
  } finally {
    await client.end()
  }
}

const pidOf = async (home: string) =>
  Number((await readFile(path.join(home, 'postgres/data/postmaster.pid'), 'utf8')).split('\n')[0])

async function untilDead(pid: number): Promise<void> {
  while (isAlive(pid)) await new Promise((resolve) => setTimeout(resolve, 20))
}

describe('the embedded PostgreSQL', () => {
  it('starts once for any number of simultaneous callers, and stops with the last to leave', async () => {
    const home = await newHome()
    const all = await Promise.all([1, 2, 3].map(() => startPostgres(home, quick)))
    expect(all.filter(({ started }) => started)).toHaveLength(1)
    expect(new Set(all.map(({ port }) => port)).size).toBe(1)
    const pid = await pidOf(home)
    expect([await all[0]?.leave(), await all[1]?.leave(), await all[2]?.leave()]).toEqual([false, false, true])
    await untilDead(pid)
  })

  it('stays when it was asked to', async () => {
    const home = await newHome()
    expect(await (await startPostgres(home, { ...quick, keep: true })).leave()).toBe(false)
    expect((await startPostgres(home, { ...quick, keep: false })).started).toBe(false)
    expect(await stopPostgres(home)).toBe(true)
    expect(await stopPostgres(home)).toBe(false)
  })

  it('keeps what was committed through kill -9, and comes back on the same port', async () => {
    const home = await newHome()
    const first = await startPostgres(home)
    await query(first.urls.owner, 'CREATE TABLE kept (id int); INSERT INTO kept VALUES (1)')
    process.kill(await pidOf(home), 'SIGKILL')
    await first.lost
    const second = await startPostgres(home)
    expect(second).toMatchObject({ started: true, port: first.port })
    expect(await query(second.urls.owner, 'SELECT id FROM kept')).toEqual([{ id: 1 }])
  })

  it('starts where the number in postmaster.pid is another program by now', async () => {
    const home = await newHome()
    await (await startPostgres(home, quick)).leave()
    const stranger = spawn('sleep', ['60'])
    await writeFile(path.join(home, 'postgres/data/postmaster.pid'), `${stranger.pid}\n${home}/postgres/data\n`)
    expect(await startPostgres(home, quick)).toMatchObject({ started: true })
    stranger.kill()
  })

  it('takes another port where its own is taken, and never joins a stranger there', async () => {
    const [home, other] = [await newHome(), await newHome()]
    const first = await startPostgres(home, quick)
    await first.leave()
    const stranger = await startPostgres(other, quick)
    const record = path.join(home, 'postgres.json')
    await writeFile(record, (await readFile(record, 'utf8')).replace(String(first.port), String(stranger.port)))
    const second = await startPostgres(home, quick)
    expect(second.started).toBe(true)
    expect(second.port).not.toBe(stranger.port)
  })

  it('never joins a server with the right password and another data folder', async () => {
    const [home, other] = [await newHome(), await newHome()]
    const stranger = await startPostgres(other, quick)
    await mkdir(path.join(home, 'postgres'), { recursive: true })
    await writeFile(path.join(home, 'postgres.json'), await readFile(path.join(other, 'postgres.json')))
    const mine = await startPostgres(home, quick)
    expect(mine.started).toBe(true)
    expect(mine.port).not.toBe(stranger.port)
  })

  it('completes a first start that was interrupted', async () => {
    const home = await newHome()
    await mkdir(path.join(home, 'postgres/data.new/base'), { recursive: true })
    await writeFile(path.join(home, 'postgres.lock'), '999999999')
    expect(await startPostgres(home, quick)).toMatchObject({ started: true })
  })

  it('keeps its passwords to its owner', async () => {
    const home = await newHome()
    await startPostgres(home, quick)
    expect((await stat(path.join(home, 'postgres.json'))).mode & 0o777).toBe(0o600)
    expect((await stat(path.join(home, 'postgres'))).mode & 0o777).toBe(0o700)
  })
})

describe('the roles', () => {
  const attempts: [string, keyof Postgres['urls'], string, RegExp][] = [
    ['the application makes no table', 'application', 'CREATE TABLE x (id int)', /permission denied for schema public/],
    ['the application is no superuser', 'application', `COPY (SELECT 1) TO PROGRAM 'true'`, /permission denied/],
    ['the owner is no superuser', 'owner', `COPY (SELECT 1) TO PROGRAM 'true'`, /permission denied/],
    ['the sandbox runs no program', 'sandbox', `COPY (SELECT 1) TO PROGRAM 'true'`, /permission denied/],
    ['the sandbox reads no file', 'sandbox', `SELECT pg_read_file('/etc/passwd')`, /permission denied/],
    [
      'the sandbox has nothing to reset to',
      'sandbox',
      `RESET ROLE; COPY (SELECT 1) TO PROGRAM 'true'`,
      /permission denied/,
    ],
    ['the sandbox becomes nobody else', 'sandbox', 'SET ROLE assay_owner', /permission denied to set role/],
    [
      'the sandbox does not run for ever',
      'sandbox',
      'SET statement_timeout = 100; SELECT pg_sleep(60)',
      /statement timeout/,
    ],
  ]

  it('let each do what it must, and no more', async () => {
    const { urls } = await startPostgres(await newHome(), quick)
    for (const [what, role, statement, message] of attempts)
      await expect(query(urls[role], statement), what).rejects.toThrow(message)
    await expect(query(urls.sandbox.replace(/assay_sandbox$/, 'assay'), 'SELECT 1')).rejects.toThrow(
      'permission denied',
    )
    await query(urls.sandbox, 'CREATE TABLE mine (id int); DROP TABLE mine')
    expect(await query(urls.sandbox, 'SHOW statement_timeout')).toEqual([{ statement_timeout: '10s' }])
    const [locale] = await query(
      urls.owner,
      'SELECT datlocprovider, datlocale FROM pg_database WHERE datname = current_database()',
    )
    expect(locale).toEqual({ datlocprovider: 'b', datlocale: 'C.UTF-8' })
  })
})

describe('what is wrong is said', () => {
  const failure = (work: Promise<unknown>) =>
    work.then(
      () => null,
      (error: unknown) => error,
    )

  it('a home that cannot be written', async () => {
    const home = path.join(await newHome(), 'taken')
    await writeFile(home, 'a file')
    const said = await failure(startPostgres(path.join(home, 'store')))
    expect(said).toBeInstanceOf(Failure)
    expect(String(said)).toMatch(/ASSAY_HOME .*taken\/store cannot be written: .* set ASSAY_HOME to another folder/)
  })

  it('a data folder of another version', async () => {
    const home = await newHome()
    await (await startPostgres(home, quick)).leave()
    await writeFile(path.join(home, 'postgres/data/PG_VERSION'), '17\n')
    const said = await failure(startPostgres(home))
    expect(said).toBeInstanceOf(Failure)
    expect(String(said)).toMatch(/belongs to PostgreSQL 17; this Assay brings PostgreSQL 18\. .*db backup.*db restore/)
  })

  it('passwords that are gone', async () => {
    const home = await newHome()
    await (await startPostgres(home, quick)).leave()
    await rm(path.join(home, 'postgres.json'))
    expect(String(await failure(startPostgres(home)))).toMatch(/postgres\.json.* is missing: put it back/)
  })

  it('a server that does not start', async () => {
    const home = await newHome()
    await (await startPostgres(home, quick)).leave()
    await writeFile(path.join(home, 'postgres/data/postgresql.conf'), 'no_such_setting = 1\n')
    expect(String(await failure(startPostgres(home)))).toMatch(/could not be started.*no_such_setting.*Its log: /s)
  })
})
