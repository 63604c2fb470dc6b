import type { ClientBase } from 'pg'
import { escapeIdentifier, escapeLiteral } from 'pg'

/** What stands in the way of a bulk load, as the statements that bring it back. */
export type Aside = { indexes: string[]; foreignKeys: string[]; triggers: string[] }

async function texts(client: ClientBase, query: string): Promise<{ drop: string; make: string }[]> {
  return (await client.query<{ drop: string; make: string }>(query)).rows
}

/**
 * Takes away foreign keys, indexes and triggers, so that rows may come in any order and at full speed. Needs no more
 * than to own the tables.
 */
export async function aside(client: ClientBase): Promise<Aside> {
  const foreignKeys = await texts(
    client,
    `SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS drop,
            format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS make
     FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace ORDER BY conname`,
  )
  const indexes = await texts(
    client,
    `SELECT format('DROP INDEX %s', indexrelid::regclass) AS drop, pg_get_indexdef(indexrelid) AS make
     FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
     WHERE relnamespace = 'public'::regnamespace
       AND NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conindid = indexrelid AND contype IN ('p', 'u', 'x'))
     ORDER BY relname`,
  )
  const triggers = await texts(
    client,
    `SELECT DISTINCT format('ALTER TABLE %s DISABLE TRIGGER USER', tgrelid::regclass) AS drop,
            format('ALTER TABLE %s ENABLE TRIGGER USER', tgrelid::regclass) AS make
     FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
     WHERE NOT tgisinternal AND relnamespace = 'public'::regnamespace`,
  )
  const made = (found: { make: string }[]) => found.map(({ make }) => make)
  for (const { drop } of [...triggers, ...foreignKeys, ...indexes]) await client.query(drop)
  return { indexes: made(indexes), foreignKeys: made(foreignKeys), triggers: made(triggers) }
}

/** Brings back what was taken away, which checks every row against it, and lets the counters go on where they were. */
export async function putBack(client: ClientBase, { indexes, foreignKeys, triggers }: Aside): Promise<void> {
  for (const statement of [...indexes, ...foreignKeys, ...triggers]) await client.query(statement)
  const { rows: counted } = await client.query<{ table: string; column: string; sequence: string }>(
    `SELECT c.relname AS table, a.attname AS column, pg_get_serial_sequence(quote_ident(c.relname), a.attname) AS sequence
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
     WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
       AND pg_get_serial_sequence(quote_ident(c.relname), a.attname) IS NOT NULL`,
  )
  for (const { table, column, sequence } of counted) {
    const largest = `(SELECT max(${escapeIdentifier(column)}) FROM ${escapeIdentifier(table)})`
    await client.query(`SELECT setval(${escapeLiteral(sequence)}, coalesce(${largest}, 0) + 1, false)`)
  }
  await client.query('ANALYZE')
}
