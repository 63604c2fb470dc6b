import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import net from 'node:net'
import path from 'node:path'
import { z } from 'zod'
import { codeOf, Failure, reasonOf } from '@/lib/cli/failure'

/** What ASSAY_HOME/postgres.json keeps, readable by its owner alone: the port and the password of every role. */
const record = z.object({
  port: z.int().min(1).max(65535),
  /** Stays up when the last process that uses it ends (`db up`). */
  keep: z.boolean().default(false),
  passwords: z.object({ superuser: z.string(), owner: z.string(), application: z.string(), sandbox: z.string() }),
})

export type ClusterRecord = z.infer<typeof record>

const place = (home: string) => path.join(home, 'postgres.json')

/** The record, or null before the first start. */
export async function readRecord(home: string): Promise<ClusterRecord | null> {
  const text = await readFile(place(home), 'utf8').catch((error) => {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return null
    throw new Failure(`${place(home)} cannot be read: ${reasonOf(error)}`)
  })
  if (text === null) return null
  try {
    return record.parse(JSON.parse(text))
  } catch (error) {
    throw new Failure(`${place(home)} is damaged: ${reasonOf(error)}. Put it back from a copy of the folder.`)
  }
}

export async function writeRecord(home: string, kept: ClusterRecord): Promise<void> {
  const draft = `${place(home)}.${process.pid}.new`
  await writeFile(draft, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600 })
  await rename(draft, place(home))
}

export async function newRecord(): Promise<ClusterRecord> {
  const password = () => randomBytes(24).toString('base64url')
  const passwords = { superuser: password(), owner: password(), application: password(), sandbox: password() }
  return { port: await freePort(), keep: false, passwords }
}

/** A port that nobody listens on at this moment. Rejects where the wanted one is taken. */
export function freePort(wanted = 0, host = '127.0.0.1'): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer()
    server.once('error', reject)
    server.listen(wanted, host, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : wanted))
    })
  })
}

/**
 * Makes ASSAY_HOME, for its owner alone.
 *
 * @throws Failure where it cannot be written
 */
export async function prepareHome(home: string): Promise<void> {
  const probe = path.join(home, `.write-test-${process.pid}`)
  try {
    await mkdir(home, { recursive: true, mode: 0o700 })
    await writeFile(probe, '')
    await rm(probe)
  } catch (error) {
    throw new Failure(
      `ASSAY_HOME ${home} cannot be written: ${reasonOf(error)}. ` +
        'Make it writable for this user, or set ASSAY_HOME to another folder.',
    )
  }
}
