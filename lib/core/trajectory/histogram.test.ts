import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type NumberRange, parseQuery } from '@/lib/core/search/query'
import { histograms } from './histogram'

const holds = ({ low, high, lowOpen, highOpen }: NumberRange, value: number) =>
  (low === null || (lowOpen ? value > low : value >= low)) &&
  (high === null || (highOpen ? value < high : value <= high))

const rangesOf = (text: string) =>
  parseQuery(text).terms.flatMap((term) => (term.type === 'numbers' ? term.ranges : []))

describe.each(histograms)('the histogram of $key', ({ key, bars }) => {
  const value = key === 'steps' ? fc.integer({ min: 0, max: 30_000 }) : fc.double({ min: -2, max: 3, noNaN: true })

  it('has one bar for every number, and clicking that bar finds it', () => {
    fc.assert(
      fc.property(value, (number) => {
        const at = bars.findLastIndex((bar) => number >= bar.from)
        const found = bars.map((bar) => rangesOf(`${key}:${bar.value}`).some((range) => holds(range, number)))
        expect(found.map((hit, i) => (hit ? i : -1)).filter((i) => i >= 0)).toEqual([at])
      }),
    )
  })

  it('begins its bars in ascending order', () => {
    const edges = bars.map((bar) => bar.from)
    expect(edges).toEqual([...edges].sort((a, b) => a - b))
  })
})
