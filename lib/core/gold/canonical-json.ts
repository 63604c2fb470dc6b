import type { Json, JsonObject } from '@/lib/core/trajectory/types'

/** Below it keys stay in the order in which they are written: what is nested so deep must not exhaust the stack. */
const deepest = 200

/** JSON with sorted keys and without white space: two values are equal exactly if their texts are. */
export function canonicalJson(value: Json, depth = 0): string {
  if (value === null || typeof value !== 'object' || depth > deepest) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map((each) => canonicalJson(each, depth + 1)).join(',')}]`
  return `{${canonicalEntries(value, depth + 1).join(',')}}`
}

/** The entries of an object as canonical JSON, in the order of their keys' code units. */
export function canonicalEntries(value: JsonObject, depth = 0): string[] {
  return sortedEntries(value).map(([key, entry]) => `${JSON.stringify(key)}:${canonicalJson(entry, depth)}`)
}

/** The entries of an object in the order of their keys' code units. */
export function sortedEntries(value: JsonObject): [string, Json][] {
  return Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
}
