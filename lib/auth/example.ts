import 'server-only'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { listExamplePeople, makeExamplePeople } from '@/lib/data/example-people'
import { assayHome } from '@/lib/env'
import { hashPassword, isPassword } from './password'
import { newPassword } from './token'
import type { Role } from './viewer'

const cast: readonly { name: string; email: string; role: Role }[] = [
  { name: 'Ana', email: 'ana@example.org', role: 'annotator' },
  { name: 'Leo', email: 'leo@example.org', role: 'lead' },
  { name: 'Rita', email: 'rita@example.org', role: 'researcher' },
  { name: 'Ada', email: 'ada@example.org', role: 'admin' },
]

/** `password` is null where it was changed, or where accounts.json is gone. */
export type ExampleAccount = { email: string; role: Role; password: string | null }

const passwordsFile = z.record(z.string(), z.string())
const fileName = () => path.join(assayHome(), 'accounts.json')

/**
 * Makes the example accounts, each with a password of its own, unless this store ever had them; returns those that may
 * sign in, for printing. The passwords are kept in ASSAY_HOME/accounts.json, readable by its owner alone. Call it on
 * the embedded store, or where it was asked for.
 */
export async function ensureExampleAccounts(): Promise<ExampleAccount[]> {
  const draft = cast.map((person) => ({ ...person, password: newPassword() }))
  const people = await listExamplePeople()
  if (people.length === 0) {
    const hashed = draft.map(async ({ password, ...person }) => ({
      ...person,
      passwordHash: await hashPassword(password),
    }))
    await makeExamplePeople(await Promise.all(hashed), () => keepPasswords(draft))
  }
  return Promise.all((await listExamplePeople()).map(withPassword(await readPasswords())))
}

type Listed = Awaited<ReturnType<typeof listExamplePeople>>[number]

const withPassword =
  (passwords: Record<string, string>) =>
  async ({ email, role, passwordHash }: Listed): Promise<ExampleAccount> => {
    const password = passwords[email]
    const works = password && passwordHash && (await isPassword(password, passwordHash))
    return { email, role, password: works ? password : null }
  }

async function keepPasswords(people: { email: string; password: string }[]) {
  const file = fileName()
  const passwords = Object.fromEntries(people.map(({ email, password }) => [email, password]))
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
  await writeFile(`${file}.new`, `${JSON.stringify(passwords, null, 2)}\n`, { mode: 0o600 })
  await rename(`${file}.new`, file)
}

async function readPasswords(): Promise<Record<string, string>> {
  try {
    return passwordsFile.parse(JSON.parse(await readFile(fileName(), 'utf8')))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {}
    throw new Error(`${fileName()} cannot be read as the example passwords. Delete it to start without them.`, {
      cause: error,
    })
  }
}
