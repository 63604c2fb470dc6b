import 'server-only'
import { once } from 'node:events'
import type { Writable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import type { ClientBase } from 'pg'
import { escapeIdentifier } from 'pg'
import { from } from 'pg-copy-streams'

/** A JSON column's value, told apart from an array column's. */
export class Json {
  constructor(readonly value: unknown) {}
}

/** What a cell may hold. An array is a PostgreSQL array of text; JSON goes in wrapped in `Json`. */
export type Cell = string | number | bigint | boolean | null | Date | Uint8Array | Json | readonly string[]

const LONE_SURROGATE = /\p{Surrogate}/u
const UNSTORABLE_IN_JSON = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/
const FLUSH_AT = 256 * 1024
const ESCAPED = /[\\\b\f\n\r\t\v]/g
const ESCAPES: Record<string, string> = {
  '\\': '\\\\',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
}

/**
 * Writes one value in COPY's text format.
 *
 * @throws RangeError for text with U+0000 and for lone surrogates, which PostgreSQL refuses or would alter in silence
 * @see https://www.postgresql.org/docs/15/sql-copy.html, "Text Format"
 */
export function copyCell(cell: Cell): string {
  if (cell === null) return '\\N'
  if (typeof cell === 'string') return escapeText(cell)
  if (typeof cell === 'boolean') return cell ? 't' : 'f'
  if (typeof cell === 'number' || typeof cell === 'bigint') return String(cell)
  if (cell instanceof Date) return cell.toISOString()
  if (cell instanceof Uint8Array)
    return `\\\\x${Buffer.from(cell.buffer, cell.byteOffset, cell.byteLength).toString('hex')}`
  if (cell instanceof Json) return escapeText(jsonText(cell.value))
  return escapeText(`{${cell.map((item) => `"${item.replace(/["\\]/g, '\\$&')}"`).join(',')}}`)
}

function jsonText(value: unknown): string {
  const text = JSON.stringify(value)
  // JSON.stringify writes both as escapes, which jsonb refuses.
  if (UNSTORABLE_IN_JSON.test(text))
    throw new RangeError('JSON with U+0000 or a lone surrogate cannot be stored: escape it first')
  return text
}

function escapeText(text: string): string {
  if (text.includes('\u0000')) throw new RangeError('text with U+0000 cannot be stored: escape it first')
  if (LONE_SURROGATE.test(text)) throw new RangeError('text with a lone surrogate cannot be stored: escape it first')
  return text.replace(ESCAPED, (character) => ESCAPES[character] ?? character)
}

/** A COPY in progress. */
export type OpenCopy = {
  /** Resolves when there is room for more; rejects with the server's refusal. */
  write: (text: string | Buffer) => Promise<void>
  /** Resolves when the server has stored everything. */
  end: () => Promise<void>
  /** Gives up; the transaction is then to be rolled back. */
  abort: () => void
}

/** Begins a COPY FROM STDIN in the text format, in whatever transaction the connection is in. */
export function openCopy(client: ClientBase, table: string, columns: readonly string[]): OpenCopy {
  const names = columns.map((column) => escapeIdentifier(column)).join(', ')
  const stream = client.query(from(`COPY ${escapeIdentifier(table)} (${names}) FROM STDIN`))
  const finished = once(stream, 'finish')
  let refused = false
  finished.catch(() => {
    refused = true
  })
  return {
    write: async (text) => {
      stream.write(text)
      await Promise.race([taken(stream), finished])
    },
    end: async () => {
      stream.end()
      await finished
    },
    abort: () => {
      if (!refused) stream.destroy()
    },
  }
}

/** Waits for room, and in any case lets the connection read: a refusal must be heard while rows are still being made. */
async function taken(stream: Writable): Promise<void> {
  if (stream.writableNeedDrain) await once(stream, 'drain')
  await setImmediate()
}

/**
 * Appends rows to a table by COPY FROM STDIN: the way in for anything that comes by the hundred. It runs in whatever
 * transaction the connection is in.
 *
 * @param columns  database names, in the order of each row's cells
 * @returns the number of rows written
 * @throws RangeError for a row of another width or a cell that cannot be stored; the database's own error otherwise
 */
export async function copyRows(
  client: ClientBase,
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>,
): Promise<number> {
  const copy = openCopy(client, table, columns)
  let pending = ''
  let written = 0
  try {
    for await (const row of rows) {
      if (row.length !== columns.length)
        throw new RangeError(`row ${written} of ${table} has ${row.length} cells, not ${columns.length}`)
      pending += `${row.map(copyCell).join('\t')}\n`
      written += 1
      if (pending.length < FLUSH_AT) continue
      await copy.write(pending)
      pending = ''
    }
    if (pending !== '') await copy.write(pending)
  } catch (error) {
    copy.abort()
    throw error
  }
  await copy.end()
  return written
}
