import { createHash, type Hash } from 'node:crypto'
import { type ClientBase, escapeIdentifier } from 'pg'
import { to } from 'pg-copy-streams'
import type { BackedUpTable, TableSum } from './manifest'

const NEWLINE = 10

/** Makes the text of values independent of how server and session are configured. */
export const PLAIN_TEXT = `SET LOCAL timezone = 'UTC'; SET LOCAL datestyle = 'ISO'; SET LOCAL intervalstyle = 'postgres';
  SET LOCAL bytea_output = 'hex'; SET LOCAL extra_float_digits = 1; SET LOCAL statement_timeout = 0`

/** The kept tables' columns, and the primary key that decides the order of their rows. */
export async function describeTables(client: ClientBase, names: readonly string[]): Promise<BackedUpTable[]> {
  const { rows } = await client.query<BackedUpTable>(
    `SELECT c.relname AS name,
       (SELECT array_agg(attname::text ORDER BY attnum) FROM pg_attribute
         WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped AND attgenerated = '') AS columns,
       (SELECT array_agg(quote_ident(a.attname) || CASE WHEN a.attcollation <> 0 THEN ' COLLATE "C"' ELSE '' END ORDER BY k.at)
         FROM pg_index i, unnest(i.indkey::smallint[]) WITH ORDINALITY AS k (attnum, at), pg_attribute a
         WHERE i.indrelid = c.oid AND i.indisprimary AND a.attrelid = c.oid AND a.attnum = k.attnum) AS "order"
     FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND c.relname = ANY ($1)
     ORDER BY c.relname COLLATE "C"`,
    [names],
  )
  return rows
}

/** A table's rows in COPY's text format, in the order of its primary key: equal tables give equal bytes. */
export function tableText(client: ClientBase, { name, columns, order }: BackedUpTable): AsyncIterable<Buffer> {
  const selected = columns.map((column) => escapeIdentifier(column)).join(', ')
  const query = `SELECT ${selected} FROM ${escapeIdentifier(name)} ORDER BY ${order.join(', ')}`
  return client.query(to(`COPY (${query}) TO STDOUT`))
}

/** Counts and hashes what passes. */
export class Sum {
  private readonly hash: Hash = createHash('sha256')
  private rows = 0
  private bytes = 0

  constructor(private readonly name: string) {}

  add(chunk: Buffer): void {
    this.hash.update(chunk)
    this.bytes += chunk.length
    // In COPY's text format a line break stands at the end of a row and nowhere else.
    for (let at = chunk.indexOf(NEWLINE); at !== -1; at = chunk.indexOf(NEWLINE, at + 1)) this.rows += 1
  }

  result(): TableSum {
    return { name: this.name, rows: this.rows, bytes: this.bytes, sha256: this.hash.digest('hex') }
  }
}

/** Reads a table to its end for its sum alone. */
export async function sumTable(client: ClientBase, table: BackedUpTable): Promise<TableSum> {
  const sum = new Sum(table.name)
  for await (const chunk of tableText(client, table)) sum.add(chunk)
  return sum.result()
}
