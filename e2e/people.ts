import { createHmac, randomBytes } from 'node:crypto'
import { Pool } from 'pg'
import { v7 as newId } from 'uuid'
import { cookiePrefix } from '@/lib/auth/cookie'
import { hashPassword } from '@/lib/auth/password'
import { sessionSecret } from '@/lib/auth/secret'
import type { Role } from '@/lib/auth/viewer'
import { runningAddress, runningDatabase } from './running'

let opened: Pool | undefined

/** The store of the Assay under test. */
export function store(): Pool {
  opened ??= new Pool({ connectionString: runningDatabase(), max: 2 })
  return opened
}

export type Somebody = { id: string; name: string; email: string; role: Role }

// foreign_key_violation, which PostgreSQL 18 calls restrict_violation where the key restricts.
const STILL_NAMED = ['23503', '23001']

/** A person who can sign in, straight into the store. */
export async function makePerson(role: Role, password?: string): Promise<Somebody> {
  const id = newId()
  const tail = randomBytes(4).toString('hex')
  const [name, email] = [`Test ${role} ${tail}`, `${role}-${tail}@e2e.test`]
  await store().query('INSERT INTO person (id, name, email, role) VALUES ($1, $2, $3, $4)', [id, name, email, role])
  await store().query('INSERT INTO auth_user (id, name, email, email_verified) VALUES ($1, $2, $3, true)', [
    id,
    name,
    email,
  ])
  if (password !== undefined)
    await store().query(
      `INSERT INTO auth_account (id, account_id, provider_id, user_id, password) VALUES ($1, $2, 'credential', $3, $4)`,
      [newId(), id, id, await hashPassword(password)],
    )
  return { id, name, email, role }
}

/** A session of theirs: the cookie that better-auth would have set. */
export async function makeSession(userId: string): Promise<{ name: string; value: string }> {
  const token = randomBytes(24).toString('base64url')
  await store().query(
    `INSERT INTO auth_session (id, token, user_id, expires_at, user_agent) VALUES ($1, $2, $3, now() + interval '1 hour', 'e2e')`,
    [newId(), token, userId],
  )
  const signature = createHmac('sha256', sessionSecret()).update(token).digest('base64')
  const secure = runningAddress().startsWith('https://') ? '__Secure-' : ''
  return {
    name: `${secure}${cookiePrefix(runningAddress())}.session_token`,
    value: encodeURIComponent(`${token}.${signature}`),
  }
}

/** Takes the person away; one who is in the audit log or has judged stays, disabled. */
export async function removePerson(id: string): Promise<void> {
  await store().query('DELETE FROM auth_user WHERE id = $1', [id])
  await store().query('DELETE FROM invitation WHERE person_id = $1 OR invited_by_id = $1', [id])
  try {
    await store().query('DELETE FROM person WHERE id = $1', [id])
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && STILL_NAMED.includes(String(error.code)))) throw error
    await store().query('UPDATE person SET disabled_at = now() WHERE id = $1', [id])
  }
}

export async function closeStore(): Promise<void> {
  await opened?.end()
  opened = undefined
}
