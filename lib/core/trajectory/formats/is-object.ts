import type { Json, JsonObject } from '../types'

/** Whether a JSON value is an object: neither null nor an array. */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The first item of a member that is a list of objects, or null. */
export function firstItem(value: Json, member: string): JsonObject | null {
  const list = isObject(value) ? value[member] : undefined
  const first = Array.isArray(list) ? list[0] : undefined
  return isObject(first) ? first : null
}
