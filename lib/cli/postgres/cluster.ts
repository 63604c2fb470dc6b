import { appendFile, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Failure } from '@/lib/cli/failure'
import { isAlive } from '@/lib/cli/lock'
import type { Account } from '@/lib/cli/postgres/account'
import type { Binaries } from '@/lib/cli/postgres/binaries'
import { roles } from '@/lib/cli/postgres/roles'
import { run } from '@/lib/cli/run'

const LOG_LIMIT_BYTES = 10 * 1024 * 1024
const START_ATTEMPTS = 20
const BETWEEN_ATTEMPTS_MS = 500
// What PostgreSQL says while the children of a killed postmaster are still leaving.
const LEAVING = /pre-existing shared memory block|lock file .* already exists|is still in use/

export type Durability = { durable?: boolean }

/**
 * Refuses a data folder that another major version made.
 *
 * @throws Failure naming both versions
 */
export async function refuseOtherVersion(data: string, { postgres }: Binaries): Promise<void> {
  const made = (await readFile(path.join(data, 'PG_VERSION'), 'utf8').catch(() => '')).trim()
  if (made === '') return
  const { output } = await run(postgres, ['--version'])
  const ours = /(\d+)(\.\d+)?/.exec(output)?.[1] ?? output
  if (made === ours) return
  throw new Failure(
    `The data folder ${data} belongs to PostgreSQL ${made}; this Assay brings PostgreSQL ${ours}. ` +
      'With the Assay that made it run `npm run assay -- db backup FILE`, then with this one, ' +
      'in a new ASSAY_HOME, `npm run assay -- db restore FILE`.',
  )
}

/** Makes the data folder. It appears under its name only when complete, so that an interrupted run leaves none behind. */
export async function initialise(
  data: string,
  { initdb }: Binaries,
  account: Account,
  password: string,
  { durable = true }: Durability,
): Promise<void> {
  const folder = path.dirname(data)
  const draft = `${data}.new`
  const secret = path.join(folder, 'superuser-password')
  await rm(draft, { recursive: true, force: true })
  await account.admit(path.dirname(folder))
  for (const made of [folder, draft]) {
    await mkdir(made, { recursive: true, mode: 0o700 })
    await account.own(made)
  }
  await writeFile(secret, password, { mode: 0o600 })
  await account.own(secret)
  const { code, output } = await account.run(initdb, [
    `--pgdata=${draft}`,
    `--username=${roles.superuser}`,
    `--pwfile=${secret}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
    ...(durable ? [] : ['--no-sync']),
  ])
  await rm(secret, { force: true })
  if (code !== 0) throw new Failure(`PostgreSQL could not make its data folder ${data}: ${initdbSaid(output)}`)
  await appendFile(path.join(draft, 'postgresql.conf'), "\ninclude_if_exists = 'assay.conf'\n")
  await rename(draft, data)
}

function initdbSaid(output: string): string {
  const errors = output.split('\n').filter((line) => line.includes('error:'))
  const said = (errors.length > 0 ? errors : [output]).join(' ')
  if (!said.includes('Permission denied')) return said
  return `${said}. The user that PostgreSQL runs as must be able to enter every folder above: set ASSAY_HOME to such a place.`
}

function settings(port: number, durable: boolean): string {
  const lines = [
    `port = ${port}`,
    "listen_addresses = '127.0.0.1'",
    "unix_socket_directories = ''",
    'max_connections = 100',
    'shared_buffers = 256MB',
    'work_mem = 16MB',
    'maintenance_work_mem = 256MB',
    'max_wal_size = 2GB',
    'jit = off',
    "timezone = 'UTC'",
    "log_timezone = 'UTC'",
    ...(durable ? [] : ['fsync = off', 'synchronous_commit = off', 'full_page_writes = off', 'autovacuum = off']),
  ]
  return `# Written at every start.\n${lines.join('\n')}\n`
}

/**
 * Starts the server and waits until it accepts connections. Traces of a killed one are cleared, and its last children
 * are waited for.
 *
 * @throws Failure with the end of the server's log
 */
export async function launch(
  data: string,
  { pg_ctl }: Binaries,
  account: Account,
  port: number,
  { durable = true }: Durability,
): Promise<void> {
  const log = path.join(path.dirname(data), 'log')
  const configuration = path.join(data, 'assay.conf')
  await writeFile(configuration, settings(port, durable), { mode: 0o600 })
  await account.own(configuration)
  if (((await stat(log).catch(() => null))?.size ?? 0) > LOG_LIMIT_BYTES) await rename(log, `${log}.old`)
  for (let attempt = 1; ; attempt += 1) {
    await clearStalePid(data)
    const from = (await stat(log).catch(() => null))?.size ?? 0
    const { code, output } = await account.run(pg_ctl, ['start', '-D', data, '-l', log, '-w', '-t', '120', '-s'])
    if (code === 0) return
    const said = (await readFile(log, 'utf8').catch(() => '')).slice(from).trim()
    if (attempt === START_ATTEMPTS || !LEAVING.test(said))
      throw new Failure(`PostgreSQL could not be started in ${data}: ${lastLines(said) || output}. Its log: ${log}`)
    await sleep(BETWEEN_ATTEMPTS_MS)
  }
}

function lastLines(text: string): string {
  return text.split('\n').slice(-5).join(' ')
}

/**
 * After a crash of the machine, the id in postmaster.pid may be another program's by now, and PostgreSQL would refuse
 * to start beside it. Where that program is plainly not PostgreSQL, the file goes.
 */
async function clearStalePid(data: string): Promise<void> {
  const file = path.join(data, 'postmaster.pid')
  const pid = Number((await readFile(file, 'utf8').catch(() => '')).split('\n')[0])
  if (!(pid > 0) || !isAlive(pid)) return
  const { code, output } = await run('ps', ['-o', 'args=', '-p', String(pid)]).catch(() => ({ code: 1, output: '' }))
  const command = code === 0 ? output : await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
  if (command !== '' && !command.includes('postgres')) await rm(file, { force: true })
}

/** Stops the server: open transactions are rolled back, what is committed is safe. */
export async function shutDown(data: string, { pg_ctl }: Binaries, account: Account): Promise<void> {
  const { code, output } = await account.run(pg_ctl, ['stop', '-D', data, '-m', 'fast', '-w', '-t', '120', '-s'])
  if (code !== 0 && !/no server running|PID file .* does not exist/.test(output))
    throw new Failure(`PostgreSQL could not be stopped in ${data}: ${output}`)
}
