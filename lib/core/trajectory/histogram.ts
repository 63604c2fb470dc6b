import type { QueryKeyName } from '@/lib/core/search/keys'

/** A bar: its lower edge (−∞ for the first), how it is called, and the value of its key that filters by it. */
export type Bar = { from: number; label: string; value: string }
export type Histogram = { key: Extract<QueryKeyName, 'reward' | 'steps'>; title: string; bars: Bar[] }

const tenths = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]
const stepEdges = [1, 2, 3, 4, 5, 6, 8, 10, 15, 20, 30, 50, 100, 1000]

const next = (from: number) => Number((from + 0.1).toFixed(1))

/** Rewards in tenths; exactly 1 has a bar of its own, since it is what reward filters keep. */
const rewardBars: Bar[] = [
  { from: Number.NEGATIVE_INFINITY, label: 'below 0', value: '<0' },
  ...tenths.map((from) => ({ from, label: `${from} to ${next(from)}`, value: `${from}..<${next(from)}` })),
  { from: 1, label: '1', value: '1' },
  { from: 1 + Number.EPSILON, label: 'above 1', value: '>1' },
]

function stepBar(from: number, at: number): Bar {
  const to = stepEdges[at + 1]
  if (to === undefined) return { from, label: `${from.toLocaleString('en')} or more`, value: `>=${from}` }
  if (to === from + 1) return { from, label: String(from), value: String(from) }
  return { from, label: `${from} to ${to - 1}`, value: `${from}..${to - 1}` }
}

/** What is drawn above the facets. The bars of a histogram cover every number and do not overlap. */
export const histograms: Histogram[] = [
  { key: 'reward', title: 'Reward', bars: rewardBars },
  {
    key: 'steps',
    title: 'Steps',
    bars: [{ from: Number.NEGATIVE_INFINITY, label: '0', value: '<1' }, ...stepEdges.map(stepBar)],
  },
]
