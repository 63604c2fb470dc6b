import type { JsonObject } from '@/lib/core/trajectory/types'
import { type ArgumentsMode, argumentsAccept } from './arguments-mode'
import type { Call } from './calls'
import { likeness, type Signature, signature } from './signature'

/** Steps and gold made comparable by numbers: equal ids mean equal keys, names or results; -1 is no result. */
export type Comparison = {
  steps: readonly Call[]
  gold: readonly Call[]
  /** Equal calls, or calls whose arguments the mode accepts. */
  same: (step: number, gold: number) => boolean
  /** The same call, or the same result: the gold action was carried out. */
  accepted: (step: number, gold: number) => boolean
  equalKeys: (step: number, gold: number) => boolean
  equalNames: (step: number, gold: number) => boolean
  /** 0 to 15: how alike two calls are. */
  likeness: (step: number, gold: number) => number
  /** Steps with the same number stand to every gold action in the same way. */
  classOf: Int32Array
}

class Interner {
  private readonly ids = new Map<string, number>()
  id(text: string): number {
    const known = this.ids.get(text)
    if (known !== undefined) return known
    this.ids.set(text, this.ids.size)
    return this.ids.size - 1
  }
}

type Ids = { keys: Int32Array; names: Int32Array; results: Int32Array; signatures: Signature[] }

/** Compares steps with gold once, so that a pair is told apart by integers. */
export function compareCalls(steps: readonly Call[], gold: readonly Call[], mode: ArgumentsMode): Comparison {
  const keys = new Interner()
  const names = new Interner()
  const results = new Interner()
  const classes = new Interner()
  const idsOf = (calls: readonly Call[]): Ids => ({
    keys: Int32Array.from(calls, ({ key }) => keys.id(key)),
    names: Int32Array.from(calls, ({ name }) => names.id(name)),
    results: Int32Array.from(calls, ({ result }) => (result === null ? -1 : results.id(result))),
    signatures: calls.map(({ features }) => signature(features)),
  })
  const a = idsOf(steps)
  const b = idsOf(gold)
  const equalKeys = (i: number, j: number) => a.keys[i] === b.keys[j]
  const equalNames = (i: number, j: number) => a.names[i] === b.names[j]
  const equalResults = (i: number, j: number) => a.results[i] !== -1 && a.results[i] === b.results[j]
  const lenient = mode === 'equal' ? null : leniently(steps, gold, a, b, mode)
  const same = lenient ? (i: number, j: number) => equalKeys(i, j) || lenient(i, j) : equalKeys
  return {
    steps,
    gold,
    same,
    accepted: (i, j) => same(i, j) || equalResults(i, j),
    equalKeys,
    equalNames,
    likeness: (i, j) => likeness(a.signatures[i], b.signatures[j]),
    classOf: Int32Array.from(steps, (_, i) => classes.id(`${a.keys[i]} ${a.results[i]}`)),
  }
}

/** Arguments compared by the mode, each pair of different calls once. */
function leniently(steps: readonly Call[], gold: readonly Call[], a: Ids, b: Ids, mode: ArgumentsMode) {
  const known = new Map<number, boolean>()
  const width = steps.length + gold.length
  const argumentsOf = (call: Call | undefined): JsonObject => call?.arguments ?? {}
  return (i: number, j: number): boolean => {
    if (a.names[i] !== b.names[j]) return false
    const pair = (a.keys[i] ?? 0) * width + (b.keys[j] ?? 0)
    const before = known.get(pair)
    if (before !== undefined) return before
    const verdict = argumentsAccept(argumentsOf(gold[j]), argumentsOf(steps[i]), mode)
    known.set(pair, verdict)
    return verdict
  }
}
