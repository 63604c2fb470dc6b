import { type ArrayChange, diffArrays } from 'diff'
import type { Action, Json, JsonObject } from '@/lib/core/trajectory/types'
import { canonicalJson } from './canonical-json'
import { normalisers } from './normalise/registry'
import { sqlOf } from './normalise/sql'
import type { NormaliserName } from './rules'
import { diffSql, diffText, type TextDiff } from './text-diff'

/**
 * One place where the arguments differ: removed is only in the gold, added only in the step. The path leads there from
 * the arguments; places in lists are counted from 0, in the gold, or in the step where something was added.
 */
export type ArgumentDifference = {
  path: (string | number)[]
  kind: 'added' | 'removed' | 'changed'
  gold: Json | null
  actual: Json | null
  text: TextDiff | null // of two strings
}

/** How a step's call differs from the gold's. `text` compares them as written; for SQL, statement with statement. */
export type CallDifference = {
  name: { gold: string; actual: string } | null // where the names differ
  arguments: ArgumentDifference[] // none where either call has no arguments apart from its text
  text: TextDiff
}

/** Compares two calls; strings by word, or by the tokens of the task's language. */
export function diffCalls(gold: Action, actual: Action, normaliser: NormaliserName): CallDifference {
  const bySql = normaliser === 'sql'
  const named = [gold, actual].every(({ arguments: values }) => Object.keys(values).length > 0)
  const [goldName, actualName] = [gold, actual].map((action) => normalisers[normaliser].normalise(action).name)
  return {
    name: goldName === actualName ? null : { gold: gold.name, actual: actual.name },
    arguments: named ? diffArguments(gold.arguments, actual.arguments, bySql ? diffSql : diffText) : [],
    text: bySql ? diffSql(sqlOf(gold), sqlOf(actual)) : diffText(gold.raw, actual.raw),
  }
}

/** Every place where two argument objects differ by value, in the order of the gold, then of what was added. */
export function diffArguments(gold: JsonObject, actual: JsonObject, compare = diffText): ArgumentDifference[] {
  return objects(gold, actual, [], compare)
}

type Compare = (gold: string, actual: string) => TextDiff
type Path = ArgumentDifference['path']

const removed = (path: Path, gold: Json): ArgumentDifference => ({
  path,
  kind: 'removed',
  gold,
  actual: null,
  text: null,
})
const added = (path: Path, actual: Json): ArgumentDifference => ({
  path,
  kind: 'added',
  gold: null,
  actual,
  text: null,
})

function values(gold: Json, actual: Json, path: Path, compare: Compare): ArgumentDifference[] {
  if (canonicalJson(gold) === canonicalJson(actual)) return []
  if (Array.isArray(gold) && Array.isArray(actual)) return lists(gold, actual, path, compare)
  if (isObject(gold) && isObject(actual)) return objects(gold, actual, path, compare)
  const text = typeof gold === 'string' && typeof actual === 'string' ? compare(gold, actual) : null
  return [{ path, kind: 'changed', gold, actual, text }]
}

function objects(gold: JsonObject, actual: JsonObject, path: Path, compare: Compare): ArgumentDifference[] {
  const inGold = Object.entries(gold).flatMap(([key, value]) => {
    const other = Object.hasOwn(actual, key) ? actual[key] : undefined
    return other === undefined ? [removed([...path, key], value)] : values(value, other, [...path, key], compare)
  })
  const onlyActual = Object.entries(actual).filter(([key]) => !Object.hasOwn(gold, key))
  return [...inGold, ...onlyActual.map(([key, value]) => added([...path, key], value))]
}

type Item = { at: number; value: Json }

/** Equal items are aligned; of the others between them the first is compared with the first, and so on. */
function lists(gold: readonly Json[], actual: readonly Json[], path: Path, compare: Compare): ArgumentDifference[] {
  const [left, right] = [gold, actual].map((list) => list.map((value, at): Item => ({ at, value })))
  const changes = diffArrays(left ?? [], right ?? [], {
    comparator: (a, b) => canonicalJson(a.value) === canonicalJson(b.value),
  })
  const found: ArgumentDifference[] = []
  let hunk: { gold: Item[]; actual: Item[] } = { gold: [], actual: [] }
  for (const { removed: isRemoved, added: isAdded, value } of [...changes, endOfList]) {
    if (isRemoved) hunk.gold.push(...value)
    else if (isAdded) hunk.actual.push(...value)
    else {
      found.push(...items(hunk.gold, hunk.actual, path, compare))
      hunk = { gold: [], actual: [] }
    }
  }
  return found
}

const endOfList: ArrayChange<Item> = { added: false, removed: false, value: [], count: 0 }

function items(gold: readonly Item[], actual: readonly Item[], path: Path, compare: Compare): ArgumentDifference[] {
  const changed = gold.flatMap(({ at, value }, place) => {
    const other = actual[place]
    return other ? values(value, other.value, [...path, at], compare) : [removed([...path, at], value)]
  })
  return [...changed, ...actual.slice(gold.length).map(({ at, value }) => added([...path, at], value))]
}

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
