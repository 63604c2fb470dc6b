import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AlignmentRow } from './row'
import { sideBySide } from './side-by-side'

const step = (index: number, gold: number | null = null): AlignmentRow => ({
  kind: gold === null ? 'extra' : 'match',
  grade: 'text',
  step: index,
  gold,
})
const missing = (gold: number): AlignmentRow => ({ kind: 'missing', grade: 'different', step: null, gold })
const shown = (lines: ReturnType<typeof sideBySide>) => lines.map((line) => line.step ?? `g${line.row?.gold}`)

describe('sideBySide', () => {
  it.each([
    ['no rows: the steps alone', [], 3, [1, 2, 3]],
    ['a missing action stands before the step that follows', [step(1, 0), missing(1), step(2, 2)], 2, [1, 'g1', 2]],
    ['talk keeps its place', [step(2, 0), step(4, 1)], 5, [1, 2, 3, 4, 5]],
    ['missing gold goes before talk, as in the strip', [step(1, 0), missing(1), step(3, 2)], 3, [1, 'g1', 2, 3]],
    ['gold that is missing at the end comes last', [step(1, 0), missing(1), missing(2)], 1, [1, 'g1', 'g2']],
    ['nothing was done', [missing(0), missing(1)], 0, ['g0', 'g1']],
  ])('%s', (_, rows, count, expected) => {
    expect(shown(sideBySide(rows, { from: 1, to: Math.max(1, count) }, count))).toEqual(expected)
  })

  it('cut into windows loses and repeats nothing', () => {
    const episodes = fc.array(fc.constantFrom('step', 'talk', 'missing'), { maxLength: 60 })
    fc.assert(
      fc.property(episodes, fc.integer({ min: 1, max: 9 }), (kinds, size) => {
        const rows: AlignmentRow[] = []
        let steps = 0
        for (const [at, kind] of kinds.entries()) {
          if (kind !== 'missing') steps += 1
          if (kind === 'step') rows.push(step(steps, at))
          if (kind === 'missing') rows.push(missing(at))
        }
        const whole = shown(sideBySide(rows, { from: 1, to: Math.max(1, steps) }, steps))
        const windows: (string | number)[] = []
        for (let from = 1; from === 1 || from <= steps; from += size)
          windows.push(...shown(sideBySide(rows, { from, to: from + size - 1 }, steps)))
        expect(windows).toEqual(whole)
        expect(new Set(whole).size).toBe(steps + rows.filter((row) => row.step === null).length)
      }),
    )
  })
})
