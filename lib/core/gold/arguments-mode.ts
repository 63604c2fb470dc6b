import type { Json, JsonObject } from '@/lib/core/trajectory/types'
import { canonicalJson } from './canonical-json'

export const argumentsModes = ['equal', 'superset', 'subset', 'ignore'] as const

/**
 * Which arguments pass for the gold's. equal: those and no others; superset: at least those; subset: no others than
 * those; ignore: any.
 */
export type ArgumentsMode = (typeof argumentsModes)[number]

const equal = (a: Json | undefined, b: Json | undefined) =>
  a !== undefined && b !== undefined && canonicalJson(a) === canonicalJson(b)

/** Whether a call's arguments pass for the gold's. */
export function argumentsAccept(gold: JsonObject, given: JsonObject, mode: ArgumentsMode): boolean {
  if (mode === 'ignore') return true
  if (mode === 'equal') return equal(gold, given)
  const [smaller, larger] = mode === 'superset' ? [gold, given] : [given, gold]
  return Object.keys(smaller).every((key) => Object.hasOwn(larger, key) && equal(smaller[key], larger[key]))
}
