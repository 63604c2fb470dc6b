import 'server-only'
import pg from 'pg'
import { readEnv } from '@/lib/env'
import { fail, ok, type Result } from '@/lib/result'

/** What a statement gave: values as PostgreSQL writes them, or its own words on why it refused. */
export type SandboxOutcome =
  | { ok: true; columns: string[]; rows: (string | null)[][]; more: boolean }
  | { ok: false; message: string; hint: string | null }

/** A connection on which model-written SQL may run: it reads, in one schema, for a few seconds, and changes nothing. */
export type Sandbox = {
  /** Runs one SELECT in that schema. Bad SQL is an outcome; it throws only when the connection is gone. */
  select(schema: string, sql: string): Promise<SandboxOutcome>
  /** Runs statements of our own in one transaction: what makes the databases that are asked. */
  build(statements: readonly string[]): Promise<void>
  close(): Promise<void>
}

/** Why there is no sandbox: nothing names one, it cannot be reached, its role may do harm, the store is in there. */
export type NoSandbox = 'not configured' | 'unreachable' | 'role too powerful' | 'holds the store'

export const noSandboxSentences: Readonly<Record<NoSandbox, string>> = {
  'not configured': 'SANDBOX_DATABASE_URL names no database in which model-written SQL could run.',
  unreachable: 'The database that SANDBOX_DATABASE_URL names cannot be reached.',
  'role too powerful':
    'The role in SANDBOX_DATABASE_URL may do more than own its database (superuser, createrole, createdb, replication, or a member of another role), so model-written SQL must not run as it.',
  'holds the store':
    'SANDBOX_DATABASE_URL names the database of the store itself. Model-written SQL needs one of its own.',
}

/** Rows that are read of a result; `more` says that there were others. */
const ROWS = 1000
const TIMEOUT_MS = 5000
const IDENTIFIER = /^[a-z_][a-z0-9_]*$/

/**
 * Logs in to the sandbox and makes sure that nothing there could do harm: a role that is no superuser, makes no roles
 * or databases and belongs to no other role, in a database that is not the store's.
 */
export async function openSandbox(url = readEnv().SANDBOX_DATABASE_URL): Promise<Result<Sandbox, NoSandbox>> {
  if (!url) return fail('not configured')
  const client = new pg.Client({
    connectionString: url,
    application_name: 'assay sandbox',
    types: { getTypeParser: () => (value: string) => value },
  })
  try {
    await client.connect()
  } catch {
    return fail('unreachable')
  }
  // A sandbox that is killed ends the statement that runs on it, not the process.
  client.on('error', () => {})
  const danger = await dangerOf(client)
  if (danger === null) return ok(sandboxOn(client))
  await client.end()
  return fail(danger)
}

async function dangerOf(client: pg.Client): Promise<NoSandbox | null> {
  const { rows } = await client.query<{ mighty: string; store: string }>(`
    SELECT rolsuper OR rolcreaterole OR rolcreatedb OR rolreplication OR rolbypassrls
             OR EXISTS (SELECT FROM pg_auth_members WHERE member = pg_roles.oid) AS mighty,
           to_regclass('public._prisma_migrations') IS NOT NULL AS store
    FROM pg_roles WHERE rolname = session_user`)
  if (rows[0]?.mighty !== 'f') return 'role too powerful'
  return rows[0].store === 't' ? 'holds the store' : null
}

function sandboxOn(client: pg.Client): Sandbox {
  // One after the other: a transaction of one question must not be another's.
  let turn: Promise<unknown> = Promise.resolve()
  return {
    select: (schema, sql) => {
      const mine = turn.then(() => select(client, schema, sql))
      turn = mine.catch(() => {})
      return mine
    },
    build: async (statements) => {
      await client.query('BEGIN')
      try {
        // Whoever builds the same schemas at the same time waits here.
        await client.query("SELECT pg_advisory_xact_lock(hashtextextended('assay sandbox', 0))")
        for (const statement of statements) await client.query(statement)
        await client.query('COMMIT')
      } catch (error) {
        await client.query('ROLLBACK')
        throw error
      }
    },
    close: () => client.end(),
  }
}

/**
 * The statement becomes a cursor's: that admits one SELECT and nothing else, no COMMIT, SET or COPY among it, and the
 * transaction around it is read-only and always undone.
 */
async function select(client: pg.Client, schema: string, sql: string): Promise<SandboxOutcome> {
  if (!IDENTIFIER.test(schema)) throw new Error(`"${schema}" is no name of a schema`)
  await client.query(
    `BEGIN READ ONLY; SET LOCAL search_path TO ${schema}; SET LOCAL statement_timeout TO ${TIMEOUT_MS}`,
  )
  try {
    await client.query(oneStatement(`DECLARE answer NO SCROLL CURSOR FOR ${sql}`))
    const result = await client.query<(string | null)[]>({ text: `FETCH ${ROWS + 1} FROM answer`, rowMode: 'array' })
    const columns = result.fields.map(({ name }) => name)
    return { ok: true, columns, rows: result.rows.slice(0, ROWS), more: result.rows.length > ROWS }
  } catch (error) {
    if (!(error instanceof pg.DatabaseError)) throw error
    return { ok: false, message: error.message, hint: error.hint ?? null }
  } finally {
    await client.query('ROLLBACK')
  }
}

/** Sent by the extended protocol, which refuses a text of several statements. pg knows the option, its types do not. */
function oneStatement(text: string): pg.QueryConfig & { queryMode: 'extended' } {
  return { text, queryMode: 'extended' }
}
