import { chmod, chown, stat } from 'node:fs/promises'
import os from 'node:os'
import { Failure } from '@/lib/cli/failure'
import { type Outcome, run } from '@/lib/cli/run'

/** As whom PostgreSQL's programs run. PostgreSQL refuses root, so root has to be somebody else for it. */
export type Account = {
  run: (program: string, args: readonly string[]) => Promise<Outcome>
  /** Hands a file or folder that we made to the account. */
  own: (place: string) => Promise<void>
  /** Lets the account pass through a folder of ours. */
  admit: (folder: string) => Promise<void>
}

const environment = () => ({ ...process.env, LC_ALL: 'C', LC_MESSAGES: 'C', PGDATA: undefined, PGPORT: undefined })

const nothing = async () => {}
const self: Account = {
  run: (program, args) => run(program, args, { env: environment() }),
  own: nothing,
  admit: nothing,
}

// Inside the namespace root's files belong to user 1000, so a folder that only root may enter stays enterable.
const NAMESPACE = ['--user', '--map-user=1000', '--map-group=1000']
const namespaced: Account = {
  run: (program, args) => run('unshare', [...NAMESPACE, program, ...args], { env: environment() }),
  own: nothing,
  admit: nothing,
}

function other(uid: number, gid: number): Account {
  return {
    run: (program, args) => run(program, args, { uid, gid, env: environment(), cwd: '/' }),
    own: (place) => chown(place, uid, gid),
    admit: async (folder) => {
      const { uid: owner, mode } = await stat(folder)
      if (owner === uid) return
      await chown(folder, owner, gid)
      await chmod(folder, (mode & 0o777) | 0o010)
    },
  }
}

async function numberOf(flag: '-u' | '-g', name: string): Promise<number | null> {
  const { code, output } = await run('id', [flag, name]).catch(() => ({ code: 1, output: '' }))
  return code === 0 ? Number(output) : null
}

/**
 * Chooses the account for a data folder: its owner where it exists; for root otherwise a user namespace, or else the
 * system's postgres user.
 *
 * @param madeBy  the uid that owns the data folder, null where there is none yet
 * @throws Failure where nothing will do
 */
export async function chooseAccount(probe: string, madeBy: number | null): Promise<Account> {
  const uid = process.getuid?.()
  if (uid === undefined) return self
  if (uid !== 0) {
    if (madeBy === null || madeBy === uid) return self
    throw new Failure(
      `The store's data folder belongs to user ${madeBy}, and you are ${os.userInfo().username} (${uid}). ` +
        'Run as its owner, or set ASSAY_HOME to a folder of your own.',
    )
  }
  if (madeBy !== null && madeBy !== 0) return other(madeBy, (await numberOf('-g', String(madeBy))) ?? madeBy)

  const inside = await namespaced
    .run(probe, ['--version'])
    .catch(() => ({ code: 1, output: 'unshare is not installed' }))
  if (inside.code === 0) return namespaced
  if (madeBy === 0) throw new Failure(`${rootRefused(inside.output)} This store was made in a user namespace.`)

  const postgres = { uid: await numberOf('-u', 'postgres'), gid: await numberOf('-g', 'postgres') }
  if (postgres.uid === null || postgres.gid === null) throw new Failure(rootRefused(inside.output))
  const account = other(postgres.uid, postgres.gid)
  const outside = await account.run(probe, ['--version']).catch((error: Error) => ({ code: 1, output: error.message }))
  if (outside.code === 0) return account
  throw new Failure(`${rootRefused(inside.output)} The user postgres cannot run ${probe} either (${outside.output}).`)
}

function rootRefused(reason: string): string {
  return (
    `PostgreSQL does not run as root, and a user namespace is not to be had (${reason}). ` +
    'Start Assay as an ordinary user, or create one named postgres (useradd --system postgres), or allow user ' +
    'namespaces (sysctl kernel.unprivileged_userns_clone=1), or set DATABASE_URL to another PostgreSQL.'
  )
}

/** The owner of a file, or null where there is no such file. */
export async function ownerOf(place: string): Promise<number | null> {
  const found = await stat(place).catch(() => null)
  return found ? found.uid : null
}
