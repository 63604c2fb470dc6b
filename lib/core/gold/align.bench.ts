import type { Action } from '@/lib/core/trajectory/types'
import { align } from './align'
import type { AlignRules } from './rules'
import { action, episode, toolRules } from './testing/episode'

// Prints how long 1,000 steps beside 1,000 gold actions take: npx tsx --conditions=react-server lib/core/gold/align.bench.ts

const size = 1000

/** A fixed sequence of numbers below `limit` (mulberry32), so that every run measures the same. */
function numbers(seed: number, limit: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit
  }
}

function calls(seed: number, names: number, values: number): Action[] {
  const next = numbers(seed, 1 << 30)
  return Array.from({ length: size }, () =>
    action(`call_${next() % names}`, { id: `item ${next() % values}`, amount: next() % values, when: 'today' }),
  )
}

function statements(seed: number): Action[] {
  const next = numbers(seed, 40)
  return Array.from({ length: size }, () =>
    action('execute', {
      sql: `SELECT name, count(*) FROM t${next()} WHERE id = ${next()} AND kind = "x" GROUP BY name`,
    }),
  )
}

const sqlRules: AlignRules = { ...toolRules, normaliser: 'sql' }

const cases: [string, Action[], Action[], AlignRules][] = [
  ['twelve tools, few equal calls', calls(1, 12, 40), calls(2, 12, 40), toolRules],
  ['one tool, no equal call', calls(3, 1, 1 << 20), calls(4, 1, 1 << 20), toolRules],
  ['many equal calls', calls(5, 3, 2), calls(6, 3, 2), toolRules],
  ['SQL', statements(7), statements(8), sqlRules],
]
const runs = 60

for (const [name, made, gold, rules] of cases) {
  const steps = episode(...made)
  const times = Array.from({ length: runs }, () => {
    const start = performance.now()
    align(steps, gold, rules)
    return performance.now() - start
  }).sort((a, b) => a - b)
  const [least, median, most] = [0, runs / 2, runs - 1].map((at) => `${times[at]?.toFixed(1)} ms`)
  console.log(`${name.padEnd(30)} least ${least}, median ${median}, most ${most}, of ${runs}`)
}
