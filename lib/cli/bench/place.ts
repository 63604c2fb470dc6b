import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { Failure } from '@/lib/cli/failure'
import { startPostgres, stopPostgres } from '@/lib/cli/postgres'
import { disconnect } from '@/lib/data/client'
import { migrate } from '@/lib/data/migrate'

/** A folder and a PostgreSQL of its own for one benchmark, durable as in production. */
export type BenchPlace = {
  home: string
  /** A new, migrated database. */
  database: (name: string) => Promise<string>
  leave: () => Promise<void>
}

export async function benchPlace(): Promise<BenchPlace> {
  const home = await mkdtemp(path.join(os.tmpdir(), 'assay-bench-'))
  process.env.ASSAY_HOME = home
  const postgres = await startPostgres(home)
  return {
    home,
    database: async (name) => {
      await run(postgres.urls.superuser, `CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8'`)
      const address = new URL(postgres.urls.superuser)
      address.pathname = `/${name}`
      await migrate(address.toString())
      return address.toString()
    },
    leave: async () => {
      await disconnect()
      await postgres.leave()
      await stopPostgres(home)
      await rm(home, { recursive: true, force: true })
    },
  }
}

/** Runs one statement on a connection of its own. */
export async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}

/** Runs a script of this folder as a process of its own. */
export async function runScript(name: string, args: readonly string[]): Promise<void> {
  const script = path.join(import.meta.dirname, name)
  const child = spawn(process.execPath, ['--import', 'tsx', '--conditions=react-server', script, ...args], {
    stdio: ['ignore', 2, 2],
  })
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Failure(`${name} ended with ${code}.`)
}
