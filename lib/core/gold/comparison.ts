import type { JsonObject } from '@/lib/core/trajectory/types'
import { type ArgumentsMode, argumentsAccept } from './arguments-mode'
import type { Call } from './calls'
import { bitCount, signature } from './signature'

/** Calls of one side as numbers: equal ids are equal keys, names or results; a result of -1 equals none. */
export type Side = {
  calls: readonly Call[]
  keys: Int32Array
  names: Int32Array
  results: Int32Array
  low: Int32Array // the signature, for ranking unequal calls
  high: Int32Array
  bits: Int32Array
}

/** Steps beside gold. `lenient` is there where other than equal arguments may pass. */
export type Comparison = {
  steps: Side
  gold: Side
  lenient: ((step: number, gold: number) => boolean) | null
}

/** Makes steps and gold comparable by integers, once. */
export function compareCalls(steps: readonly Call[], gold: readonly Call[], mode: ArgumentsMode): Comparison {
  const keys = interner()
  const names = interner()
  const results = interner()
  const side = (calls: readonly Call[]): Side => {
    const signatures = calls.map(({ features }) => signature(features))
    return {
      calls,
      keys: Int32Array.from(calls, ({ key }) => keys(key)),
      names: Int32Array.from(calls, ({ name }) => names(name)),
      results: Int32Array.from(calls, ({ result }) => (result === null ? -1 : results(result))),
      low: Int32Array.from(signatures, ({ low }) => low),
      high: Int32Array.from(signatures, ({ high }) => high),
      bits: Int32Array.from(signatures, ({ low, high }) => bitCount(low, high)),
    }
  }
  const made = side(steps)
  const wanted = side(gold)
  return { steps: made, gold: wanted, lenient: mode === 'equal' ? null : leniently(made, wanted, mode) }
}

function interner(): (text: string) => number {
  const ids = new Map<string, number>()
  return (text) => {
    const id = ids.get(text) ?? ids.size
    ids.set(text, id)
    return id
  }
}

/** Arguments compared by the mode, each pair of different calls once. */
function leniently(steps: Side, gold: Side, mode: ArgumentsMode) {
  const known = new Map<number, boolean>()
  const width = steps.keys.length + gold.keys.length
  const argumentsOf = (call: Call | undefined): JsonObject => call?.arguments ?? {}
  return (i: number, j: number): boolean => {
    if (steps.names[i] !== gold.names[j]) return false
    const pair = (steps.keys[i] ?? 0) * width + (gold.keys[j] ?? 0)
    const verdict = known.get(pair) ?? argumentsAccept(argumentsOf(gold.calls[j]), argumentsOf(steps.calls[i]), mode)
    known.set(pair, verdict)
    return verdict
  }
}

/** Calls that are equal after normalising. */
export function equalCalls({ steps, gold }: Comparison, step: number, wanted: number): boolean {
  return steps.keys[step] === gold.keys[wanted]
}

/** Equal calls, or calls whose arguments pass. */
export function sameCall(comparison: Comparison, step: number, wanted: number): boolean {
  return equalCalls(comparison, step, wanted) || (comparison.lenient?.(step, wanted) ?? false)
}

/** The step carried the gold action out: the same call, or another with the same result. */
export function carriedOut(comparison: Comparison, step: number, wanted: number): boolean {
  const { steps, gold } = comparison
  const sameResult = steps.results[step] !== -1 && steps.results[step] === gold.results[wanted]
  return sameResult || sameCall(comparison, step, wanted)
}

/** For a step the gold actions that it carried out, in order. Steps that are alike share one list. */
export function carriedOutBy(comparison: Comparison): (step: number) => readonly number[] {
  const { steps, gold } = comparison
  const same = sameCalls(comparison)
  const byResult = placesOf(gold.results)
  const lists = new Map<string, readonly number[]>()
  return (step) => {
    const result = steps.results[step] ?? -1
    const given = result === -1 ? undefined : byResult.get(result)
    if (given === undefined) return same(step)
    const alike = `${steps.keys[step]} ${result}`
    const list = lists.get(alike) ?? [...new Set([...same(step), ...given])].sort((a, b) => a - b)
    lists.set(alike, list)
    return list
  }
}

/** For a step the gold actions that are the same call, in order. Equal steps share one list. */
export function sameCalls(comparison: Comparison): (step: number) => readonly number[] {
  const { steps, gold, lenient } = comparison
  const byKey = placesOf(gold.keys)
  if (!lenient) return (step) => byKey.get(steps.keys[step] ?? -1) ?? none
  const places = Array.from(gold.keys, (_, at) => at)
  const lists = new Map<number, readonly number[]>()
  return (step) => {
    const key = steps.keys[step] ?? -1
    const list = lists.get(key) ?? places.filter((at) => sameCall(comparison, step, at))
    lists.set(key, list)
    return list
  }
}

const none: readonly number[] = []

function placesOf(ids: Int32Array): Map<number, number[]> {
  const places = new Map<number, number[]>()
  ids.forEach((id, at) => {
    const known = places.get(id)
    if (known) known.push(at)
    else places.set(id, [at])
  })
  return places
}
