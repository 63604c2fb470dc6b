import type { Json, JsonObject } from '@/lib/core/trajectory/types'

/** JSON with sorted keys and without white space: two values are equal exactly if their texts are. */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  return `{${canonicalEntries(value).join(',')}}`
}

/** The entries of an object as canonical JSON, in the order of their keys' code units. */
export function canonicalEntries(value: JsonObject): string[] {
  return sortedEntries(value).map(([key, entry]) => `${JSON.stringify(key)}:${canonicalJson(entry)}`)
}

/** The entries of an object in the order of their keys' code units. */
export function sortedEntries(value: JsonObject): [string, Json][] {
  return Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
}
