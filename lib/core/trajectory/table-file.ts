import { stringify } from 'csv-stringify/sync'

export const tableFormats = ['csv', 'jsonl'] as const
export type TableFormat = (typeof tableFormats)[number]

export const mediaTypes: Record<TableFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  jsonl: 'application/x-ndjson; charset=utf-8',
}

/**
 * Rows of a list as part of a file. CSV keeps the columns of its first row; what a spreadsheet would run as a formula
 * is written as text (a leading = + - @ gets an apostrophe).
 *
 * @param head whether the names of the columns come first
 */
export function writeRows(rows: Record<string, unknown>[], format: TableFormat, head: boolean): string {
  if (format === 'jsonl') return rows.map((row) => `${JSON.stringify(row)}\n`).join('')
  return stringify(rows, { header: head, escape_formulas: true, cast: { boolean: String } })
}
