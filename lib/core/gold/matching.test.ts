import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maximumMatching } from './matching'

/** The size of the greatest matching by trying every choice. */
function triedOut(edges: readonly (readonly number[])[], taken: ReadonlySet<number> = new Set(), at = 0): number {
  const options = edges[at]
  if (options === undefined) return 0
  const without = triedOut(edges, taken, at + 1)
  const withOne = options
    .filter((other) => !taken.has(other))
    .map((other) => 1 + triedOut(edges, new Set([...taken, other]), at + 1))
  return Math.max(without, ...withOne)
}

const graphs = fc.integer({ min: 0, max: 6 }).chain((right) =>
  fc.record({
    right: fc.constant(right),
    edges: fc.array(fc.subarray(Array.from({ length: right }, (_, at) => at)), { maxLength: 6 }),
  }),
)

describe('maximumMatching', () => {
  it('pairs along edges, nobody twice, and as many as can be', () => {
    fc.assert(
      fc.property(graphs, ({ right, edges }) => {
        const partners = [...maximumMatching(edges.length, right, (at) => edges[at] ?? [])]
        const paired = partners.filter((partner) => partner !== -1)
        partners.forEach((partner, at) => {
          if (partner !== -1) expect(edges[at]).toContain(partner)
        })
        expect(new Set(paired).size).toBe(paired.length)
        expect(paired).toHaveLength(triedOut(edges))
      }),
      { numRuns: 500 },
    )
  })

  it('finds a path of any length', () => {
    // Each may have its own number or the next; the last may only have 0, so that everybody has to move on.
    const size = 20_000
    const neighbours = (at: number) => (at === size - 1 ? [0] : [at, at + 1])
    const partners = maximumMatching(size, size, neighbours)
    expect(partners.includes(-1)).toBe(false)
  })
})
