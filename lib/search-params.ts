/** The one value of a search parameter, or the first of several. */
export function firstOf(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value
}

/** A page number from 1; anything that is none is the first page. */
export function pageOf(value: string | string[] | undefined): number {
  const page = Number(firstOf(value) ?? 1)
  return Number.isSafeInteger(page) && page >= 1 && page <= 1_000_000 ? page : 1
}
