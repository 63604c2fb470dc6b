import { readFile, writeFile } from 'node:fs/promises'
import net from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { buildIfStale } from '@/lib/cli/build.mjs'
import { isAlive } from '@/lib/cli/lock'
import { freePort } from '@/lib/cli/postgres/record'
import { type Assay, assay, descendants } from '@/lib/cli/testing/assay'
import { useHomes } from '@/lib/cli/testing/home'
import { createDatabase, dropDatabase, newDatabaseName } from '@/lib/data/testing/address'

const newHome = useHomes()
const LIMIT_MS = 120_000

beforeAll(() => buildIfStale(), 600_000)

async function healthy(address: string): Promise<boolean> {
  return fetch(`${address}/api/health`).then(
    ({ status }) => status === 200,
    () => false,
  )
}

async function until(what: string, holds: () => Promise<boolean> | boolean): Promise<void> {
  for (const deadline = Date.now() + LIMIT_MS; !(await holds()); await sleep(100))
    if (Date.now() > deadline) throw new Error(`${what} did not come true`)
}

const postmaster = async (home: string) =>
  Number((await readFile(path.join(home, 'postgres/data/postmaster.pid'), 'utf8').catch(() => '')).split('\n')[0])

async function pidOf(up: Assay, command: string): Promise<number> {
  const all = await descendants(up.process.pid ?? 0)
  return all.find((each) => each.command.includes(command))?.pid ?? 0
}

type Answer = { address: string; started: boolean; accounts: { email: string; password: string }[] }
const answerOf = async (up: Assay) => (await up.answered) as Answer

describe('up', () => {
  it('serves, is found by a second start, survives the death of each part, and stops when asked', async () => {
    const home = await newHome()
    const up = assay(home, ['up', '--port', '0'])
    const { address, started, accounts } = await answerOf(up)
    expect({ started, healthy: await healthy(address) }).toEqual({ started: true, healthy: true })
    expect(accounts.map(({ email }) => email)).toContain('ana@example.org')

    const second = assay(home, ['up'], { PORT: new URL(address).port })
    expect(await second.answered).toEqual({ address, started: false })
    expect((await second.ended).code).toBe(0)

    for (const part of ['web.mjs', 'main.ts worker']) {
      const killed = await pidOf(up, part)
      process.kill(killed, 'SIGKILL')
      await until(`another ${part}`, async () => ![0, killed].includes(await pidOf(up, part)))
      await until('health', () => healthy(address))
    }
    const killed = await postmaster(home)
    process.kill(killed, 'SIGKILL')
    await until('another postmaster', async () => ((await postmaster(home)) || killed) !== killed)
    await until('health', () => healthy(address))

    const parts = await descendants(up.process.pid ?? 0)
    const server = await postmaster(home)
    up.process.kill('SIGINT')
    expect((await up.ended).code).toBe(0)
    expect(parts.map(({ pid }) => pid).filter(isAlive)).toEqual([])
    await until('the end of PostgreSQL', () => !isAlive(server))
  }, 400_000)

  it.each([
    ['the supervisor', 'main.ts up'],
    ['the process that started it', null],
  ])(
    'comes up again after kill -9 of %s',
    async (_, command) => {
      const home = await newHome()
      const first = assay(home, ['up', '--port', '0'])
      const { address } = await answerOf(first)
      const before = await descendants(first.process.pid ?? 0)
      process.kill(command ? await pidOf(first, command) : (first.process.pid ?? 0), 'SIGKILL')
      const again = assay(home, ['up'], { PORT: new URL(address).port })
      expect(await again.answered).toMatchObject({ address, started: true })
      expect(before.map(({ pid }) => pid).filter(isAlive)).toEqual([])
      again.process.kill('SIGTERM')
      expect((await again.ended).code).toBe(0)
    },
    400_000,
  )

  it('serves another PostgreSQL, without an example that nobody asked for', async () => {
    const name = newDatabaseName()
    const DATABASE_URL = await createDatabase(inject('adminUrl'), name)
    const up = assay(await newHome(), ['up', '--port', '0'], { DATABASE_URL })
    const { address, accounts } = await answerOf(up)
    expect({ accounts, healthy: await healthy(address) }).toEqual({ accounts: [], healthy: true })
    up.process.kill('SIGTERM')
    await up.ended
    await dropDatabase(inject('adminUrl'), name)
  }, 400_000)
})

describe('what is wrong is said', () => {
  it('a port that is taken, and by what', async () => {
    const stranger = net.createServer().listen(0, '127.0.0.1')
    await until('listening', () => stranger.listening)
    const { port } = stranger.address() as net.AddressInfo
    const { code, said } = await assay(await newHome(), ['up', '--port', String(port)]).ended
    expect(code).toBe(1)
    expect(said).toContain(`Port ${port} of 127.0.0.1 is taken by process ${process.pid}`)
    expect(said).toContain('take another port: npm start -- --port 3001')
    stranger.close()
  })

  it('a home that cannot be written', async () => {
    const home = path.join(await newHome(), 'file')
    await writeFile(home, '')
    const { code, said } = await assay(home, ['up', '--port', '0']).ended
    expect({ code, said }).toEqual({ code: 1, said: expect.stringContaining(`ASSAY_HOME ${home} cannot be written`) })
  })

  it('a database that cannot be reached, without its password', async () => {
    const DATABASE_URL = `postgresql://me:hush@127.0.0.1:${await freePort()}/store`
    const { code, said } = await assay(await newHome(), ['up', '--port', '0'], { DATABASE_URL }).ended
    expect({ code, said }).toEqual({ code: 1, said: expect.stringContaining('nothing listens there') })
    expect(said).not.toContain('hush')
  })

  it('a port that is none', async () => {
    expect((await assay(await newHome(), ['up', '--port', 'http']).ended).said).toContain('PORT')
  })
})
