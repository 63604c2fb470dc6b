import 'server-only'
import { randomBytes } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import path from 'node:path'
import { assayHome } from '@/lib/env'

/** Jobs that any worker may run. */
export const SHARED_QUEUE = 'shared'

/**
 * The name of this host among those that share a store: the machine's, and a tail made once and kept in ASSAY_HOME,
 * so that two homes on one machine differ and a container keeps its name when the machine's changes.
 */
export async function hostName(): Promise<string> {
  const home = assayHome()
  const file = path.join(home, 'host')
  const known = await readIfThere(file)
  if (known) return known
  await mkdir(home, { recursive: true })
  const tail = randomBytes(4).toString('hex')
  const draft = `${file}.${tail}`
  await writeFile(draft, `${hostname().replace(/[^\w.-]/g, '-')}-${tail}`, { mode: 0o600 })
  // Of two processes that start at once the first to link wins; nobody ever reads half a name.
  await link(draft, file).catch(unlessThere)
  await rm(draft)
  return (await readFile(file, 'utf8')).trim()
}

async function readIfThere(file: string): Promise<string | null> {
  try {
    return (await readFile(file, 'utf8')).trim()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

function unlessThere(error: NodeJS.ErrnoException) {
  if (error.code !== 'EEXIST') throw error
}

/** The queue of the jobs that read a file of this host. */
export async function hostQueue(): Promise<string> {
  return `host-${await hostName()}`
}
