import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { type Account, chooseAccount } from '@/lib/cli/postgres/account'
import { freePort } from '@/lib/cli/postgres/record'

const BIN = '/usr/lib/postgresql/15/bin'

/** Whether Debian's PostgreSQL 15, the oldest that Assay supports, is installed here. */
export const hasOldServer = existsSync(path.join(BIN, 'initdb'))

/** Starts a PostgreSQL 15 in a temporary folder. */
export async function startOldServer(): Promise<{ adminUrl: string; stop: () => Promise<void> }> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'assay-old-server-'))
  const data = path.join(folder, 'data')
  const account = await chooseAccount(path.join(BIN, 'initdb'), null)
  await account.own(folder)
  const port = await freePort()
  await must(account, 'initdb', ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '-N'])
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off`
  await must(account, 'pg_ctl', ['start', '-D', data, '-l', path.join(folder, 'log'), '-w', '-o', options])
  const stop = async () => {
    await must(account, 'pg_ctl', ['stop', '-D', data, '-m', 'immediate', '-w'])
    await rm(folder, { recursive: true, force: true })
  }
  return { adminUrl: `postgresql://postgres@127.0.0.1:${port}/postgres`, stop }
}

async function must(account: Account, program: string, args: string[]): Promise<void> {
  const { code, output } = await account.run(path.join(BIN, program), args)
  if (code !== 0) throw new Error(`${program} failed: ${output}`)
}
