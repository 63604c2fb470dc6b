import 'server-only'
import { Client, escapeIdentifier } from 'pg'

const WRITE_ONCE = 'entry'

/**
 * Gives the application's role what it needs and no more: it reads and writes rows, makes no tables in the store's
 * schema, and can neither change nor remove a line of the audit log. The schema of the job engine is its own.
 *
 * @param ownerUrl  logs in as the owner of the tables
 * @param role      the application's role; where it is the owner itself nothing is to be done
 */
export async function grantApplication(ownerUrl: string, role: string): Promise<void> {
  const client = new Client({ connectionString: ownerUrl, application_name: 'assay migrate' })
  await client.connect()
  try {
    if (client.user === role) return
    await client.query('BEGIN')
    for (const statement of statements(escapeIdentifier(role), escapeIdentifier(client.database ?? '')))
      await client.query(statement)
    await client.query('COMMIT')
  } finally {
    await client.end()
  }
}

function statements(role: string, database: string): string[] {
  return [
    // The job engine makes its own schema there.
    `GRANT CONNECT, TEMPORARY, CREATE ON DATABASE ${database} TO ${role}`,
    `REVOKE CREATE ON SCHEMA public FROM PUBLIC`,
    `GRANT USAGE ON SCHEMA public TO ${role}`,
    `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${role}`,
    `GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO ${role}`,
    `REVOKE UPDATE, DELETE, TRUNCATE ON ${WRITE_ONCE} FROM ${role}`,
    `REVOKE INSERT, UPDATE, DELETE ON _prisma_migrations FROM ${role}`,
  ]
}
