export type Cell = string | number | null
export type Column = { name: string; type: 'integer' | 'text' | 'date' | 'numeric(8,2)'; references?: string }
export type Table = { name: string; columns: readonly Column[]; rows: readonly (readonly Cell[])[] }

/** A small database: how it is called, what it is about, and everything in it. */
export type Database = { name: string; about: string; tables: readonly Table[] }

/** What the environment got back from the database. Values are as PostgreSQL writes them. */
export type SqlOutcome =
  | { ok: true; columns: readonly string[]; rows: readonly (readonly (string | null)[])[] }
  | { ok: false; message: string; hint: string | null }

/** Runs one statement in the schema of this name, as a role that can do no harm, and never throws for bad SQL. */
export type Execute = (database: string, sql: string) => Promise<SqlOutcome>

const literal = (cell: Cell) => (typeof cell === 'string' ? `'${cell.replaceAll("'", "''")}'` : String(cell ?? 'NULL'))

/**
 * The statements that make this database, in a schema of its own name that replaces one that is there. Every table has
 * an integer id; the statements need nothing but the right to create schemas.
 */
export function setupStatements({ name, tables }: Database): string[] {
  return [
    `DROP SCHEMA IF EXISTS ${name} CASCADE`,
    `CREATE SCHEMA ${name}`,
    ...tables.flatMap((table) => [
      `CREATE TABLE ${name}.${table.name} (${table.columns.map((column) => columnSql(name, column)).join(', ')})`,
      ...(table.rows.length === 0 ? [] : [insertSql(name, table)]),
      `ANALYZE ${name}.${table.name}`,
    ]),
  ]
}

function columnSql(schema: string, { name, type, references }: Column): string {
  const key = name === 'id' ? ' PRIMARY KEY' : ''
  return `${name} ${type}${key}${references ? ` REFERENCES ${schema}.${references} (id)` : ''}`
}

function insertSql(schema: string, { name, rows }: Table): string {
  return `INSERT INTO ${schema}.${name} VALUES ${rows.map((row) => `(${row.map(literal).join(', ')})`).join(', ')}`
}

/** A column from a short form: "lent date", "book_id → book". */
export function columns(...short: readonly string[]): Column[] {
  return short.map((text) => {
    const [name = '', type = 'text', ...rest] = text.split(' ')
    if (type === '→') return { name, type: 'integer', references: rest.join('') }
    return { name, type: typeNamed(type) }
  })
}

function typeNamed(type: string): Column['type'] {
  if (type === 'integer' || type === 'date') return type
  return type === 'money' ? 'numeric(8,2)' : 'text'
}

/** How `describe` shows a table. */
export function describeTable({ name, columns: all }: Table): string {
  const notes = all.map(({ name: column, references }) =>
    column === 'id' ? 'primary key' : references ? `references ${references}` : '',
  )
  const wide = Math.max(...all.map((column) => column.name.length))
  const lines = all.map(({ name: column, type }, i) =>
    ` ${column.padEnd(wide)} | ${type.padEnd(12)} | ${notes[i]}`.trimEnd(),
  )
  return [`Table ${name}`, ...lines, `(${all.length} columns)`].join('\n')
}

const shown = 12

/** A result as text, the way psql lays it out, with the first rows of a long one. */
export function resultText(columnNames: readonly string[], rows: readonly (readonly (string | null)[])[]): string {
  const kept = rows.slice(0, shown).map((row) => row.map((cell) => cell ?? ''))
  const widths = columnNames.map((name, i) => Math.max(name.length, ...kept.map((row) => row[i]?.length ?? 0)))
  const line = (cells: readonly string[]) =>
    ` ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')}`.trimEnd()
  const count =
    rows.length > shown
      ? `(${rows.length} rows, the first ${shown} shown)`
      : `(${rows.length} row${rows.length === 1 ? '' : 's'})`
  return [line(columnNames), widths.map((width) => '-'.repeat(width + 2)).join('+'), ...kept.map(line), count].join(
    '\n',
  )
}
