import pg from 'pg'
import type { ClusterRecord } from '@/lib/cli/postgres/record'

/** The roles of an embedded server: who owns the tables, who the program is, and who runs SQL that a model wrote. */
export const roles = {
  superuser: 'postgres',
  owner: 'assay_owner',
  application: 'assay',
  sandbox: 'assay_sandbox',
} as const

export const databases = { store: 'assay', sandbox: 'assay_sandbox' } as const

const SANDBOX_LIMITS = {
  statement_timeout: '10s',
  idle_in_transaction_session_timeout: '30s',
  temp_file_limit: '256MB',
  work_mem: '16MB',
}

/** Makes the roles and databases that are missing. Asked at every start, so that an interrupted first one is completed. */
export async function ensureRoles(superuser: pg.Client, passwords: ClusterRecord['passwords']): Promise<void> {
  const had = new Set(
    (await superuser.query<{ rolname: string }>('SELECT rolname FROM pg_roles')).rows.map((row) => row.rolname),
  )
  const create = async (role: string, password: string, limits: string) => {
    if (had.has(role)) return
    await superuser.query(`CREATE ROLE ${role} LOGIN NOSUPERUSER NOCREATEROLE NOCREATEDB NOREPLICATION ${limits}
                           PASSWORD ${pg.escapeLiteral(password)}`)
  }
  await create(roles.owner, passwords.owner, 'INHERIT')
  await create(roles.application, passwords.application, 'NOINHERIT')
  await create(roles.sandbox, passwords.sandbox, 'NOINHERIT CONNECTION LIMIT 8')
  for (const [name, value] of Object.entries(SANDBOX_LIMITS))
    await superuser.query(`ALTER ROLE ${roles.sandbox} SET ${name} = '${value}'`)

  const stand = new Set(
    (await superuser.query<{ datname: string }>('SELECT datname FROM pg_database')).rows.map((row) => row.datname),
  )
  for (const [database, owner] of [
    [databases.store, roles.owner],
    [databases.sandbox, roles.sandbox],
  ] as const) {
    if (!stand.has(database)) await superuser.query(`CREATE DATABASE ${database} OWNER ${owner}`)
  }
  // Each role reaches its own database and no other.
  for (const database of [databases.store, databases.sandbox, 'postgres', 'template1'])
    await superuser.query(`REVOKE ALL ON DATABASE ${database} FROM PUBLIC`)
  await superuser.query(`GRANT CONNECT, TEMPORARY, CREATE ON DATABASE ${databases.store} TO ${roles.application}`)
}

/** The address of one role's database on the embedded server. */
export function urlOf(kept: ClusterRecord, role: keyof typeof roles, database: string): string {
  return `postgresql://${roles[role]}:${kept.passwords[role]}@127.0.0.1:${kept.port}/${database}`
}
