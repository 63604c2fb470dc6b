import pg from 'pg'
import { codeOf, Failure, reasonOf } from '@/lib/cli/failure'

const OLDEST = 15

const reasons: Record<string, string> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'no host of that name is known',
  EAI_AGAIN: 'the name cannot be looked up at the moment',
  EHOSTUNREACH: 'the host cannot be reached',
  ENETUNREACH: 'the network cannot be reached',
  ETIMEDOUT: 'it does not answer',
  ECONNRESET: 'it closed the connection',
  '28P01': 'it refused the password',
  '28000': 'it refused this user',
  '3D000': 'it has no database of that name',
  '53300': 'it has no connection to spare',
  '57P03': 'it is starting up or shutting down',
}

/**
 * Makes sure that a PostgreSQL which is not ours can be used.
 *
 * @param variable  the environment variable that named it
 * @throws Failure naming host, port, database and reason, never the password
 */
export async function checkServer(variable: string, url: string): Promise<void> {
  const client = connectTo(variable, url)
  const where = `${client.host}:${client.port}, database ${client.database}, user ${client.user}`
  client.on('error', () => {})
  try {
    await client.connect()
  } catch (error) {
    const code = codeOf(error) ?? ''
    throw new Failure(
      `${variable} cannot be used (${where}): ${reasons[code] ?? reasonOf(error)}${code ? ` (${code})` : ''}. ` +
        'Start that PostgreSQL or correct the address; without DATABASE_URL Assay uses its own.',
    )
  }
  try {
    await refuseUnsuitable(client, where)
  } finally {
    await client.end()
  }
}

function connectTo(variable: string, url: string): pg.Client {
  try {
    return new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  } catch {
    throw new Failure(`${variable} is not an address like postgresql://user:password@host:5432/database.`)
  }
}

async function refuseUnsuitable(client: pg.Client, where: string): Promise<void> {
  const { rows } = await client.query<{ version: string; encoding: string }>(
    `SELECT current_setting('server_version') AS version, current_setting('server_encoding') AS encoding`,
  )
  const [found] = rows
  if (Number.parseInt(found?.version ?? '', 10) < OLDEST)
    throw new Failure(`PostgreSQL ${found?.version} is too old (${where}): Assay needs ${OLDEST} or newer.`)
  if (found?.encoding !== 'UTF8')
    throw new Failure(
      `The database is encoded in ${found?.encoding} (${where}): create one with ENCODING 'UTF8' TEMPLATE template0.`,
    )
}
