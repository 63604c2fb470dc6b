/** Every column of the list beside the instruction, in its order. */
export const columnNames = [
  'task',
  'model',
  'method',
  'source',
  'strip',
  'reward',
  'steps',
  'gold',
  'flags',
  'outcome',
] as const
export type ColumnName = (typeof columnNames)[number]

/** The columns somebody chose; null where nobody did: then those are shown for which there is room. */
export type ColumnsShown = readonly ColumnName[] | null

/** The cookie that keeps the choice, so that the first paint is right. */
export const COLUMNS_COOKIE = 'assay-columns'

export function readColumnsShown(value: string | undefined): ColumnsShown {
  if (value === undefined || value === '') return null
  const chosen = new Set(value.split('.'))
  return columnNames.filter((name) => chosen.has(name))
}

/** Keeps a choice for a year, or forgets it. Browser only. */
export function keepColumnsShown(shown: ColumnsShown): void {
  const kept = shown === null ? '; max-age=0' : `${['chosen', ...shown].join('.')}; max-age=31536000`
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing over plain http
  document.cookie = `${COLUMNS_COOKIE}=${kept}; path=/; samesite=lax`
}
