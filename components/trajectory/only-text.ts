import type { JsonObject } from '@/lib/core/trajectory/types'

/** The one argument of a call when it has only one and that is text; else null. */
export function onlyText(args: JsonObject | null): string | null {
  const values = args === null ? [] : Object.values(args)
  const [only] = values
  return values.length === 1 && typeof only === 'string' ? only : null
}
