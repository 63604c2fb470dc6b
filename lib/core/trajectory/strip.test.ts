import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { align } from '@/lib/core/gold/align'
import { isAction, rolesOf } from '@/lib/core/gold/calls'
import { action, anyActions, anySteps, episode, step, toolRules } from '@/lib/core/gold/testing/episode'
import { flagStrip, mostCells, readStrip, shortenStrip, stripKinds, stripOf } from './strip'
import type { Action, Step } from './types'

const roles = rolesOf(toolRules)
const stripBeside = (steps: readonly Step[], gold: readonly Action[]) =>
  stripOf(
    steps.map((each) => isAction(each, roles)),
    align(steps, gold, toolRules).rows,
  )

const a = action('set', { a: 1 })
const b = action('set', { b: 1 })
const c = action('put')

describe('stripOf', () => {
  it.each([
    ['as in the gold', episode(a, b), [a, b], 'mm'],
    ['a missing action in its place', episode(a, b), [a, c, b], 'mxm'],
    ['other arguments', episode(b), [a], 'a'],
    ['in another place', episode(b, a), [a, b], 'omr'],
    ['talk before and after', [step(action('say')), step(a), step(null)], [a], 'tmt'],
    ['an ending that the gold does not have', episode(a, action('submit')), [a], 'mn'],
    ['missing after the last step', [step(a), step(action('say'))], [a, b, c], 'mxxt'],
    ['nothing done', [], [a], 'x'],
  ])('%s', (_, steps, gold, text) => {
    expect(stripBeside(steps, gold)).toBe(text)
  })

  it('shows every action as one without gold where there is none', () => {
    expect(stripOf([true, false, true], [])).toBe('ntn')
  })

  it('has a cell for each step in order, whatever the gold', () => {
    fc.assert(
      fc.property(anySteps, anyActions, (steps, gold) => {
        const cells = readStrip(stripBeside(steps, gold))
        expect(cells.flatMap((cell) => cell.step ?? [])).toEqual(steps.map((_, at) => at + 1))
      }),
    )
  })
})

const letters = fc.array(fc.constantFrom(...'maexrontMAERNT'), { maxLength: 400 }).map((list) => list.join(''))

describe('readStrip', () => {
  it('says for each cell what it shows', () => {
    expect(readStrip('tMxa').map(({ label }) => label)).toEqual([
      'Step 1: talk or thought, no action.',
      'Step 2: as in the gold; flagged.',
      'After step 2: a gold action that no step carried out.',
      'Step 3: the gold action with other arguments.',
    ])
    expect(readStrip('o')[0]?.label).toContain('Before step 1')
  })

  it('refuses what no strip holds', () => {
    expect(() => readStrip('m?')).toThrow('No strip holds the character "?".')
  })
})

describe('shortenStrip', () => {
  it('leaves alone what has room', () => {
    fc.assert(
      fc.property(letters, (text) => {
        if (text.length <= mostCells) expect(shortenStrip(text)).toBe(text)
        expect(shortenStrip(shortenStrip(text))).toBe(shortenStrip(text))
      }),
    )
  })

  it('covers every step once, in order, and shows the worst and any flag of each bin', () => {
    fc.assert(
      fc.property(letters, fc.integer({ min: 1, max: 150 }), (text, most) => {
        fc.pre(text.length > most && /[^xo]/i.test(text))
        const cells = readStrip(text)
        const bins = readStrip(shortenStrip(text, most))
        const covered = bins.flatMap(({ step: first, lastStep }) =>
          first === null || lastStep === null
            ? []
            : Array.from({ length: lastStep - first + 1 }, (_, at) => first + at),
        )
        const worst = (list: typeof cells) => Math.min(...list.map(({ kind }) => stripKinds.indexOf(kind)))
        expect(bins.length).toBeLessThanOrEqual(most)
        expect(covered).toEqual(cells.flatMap((cell) => cell.step ?? []))
        expect(worst(bins)).toBe(worst(cells))
        for (const bin of bins) {
          const inside = cells.filter(
            (cell) => cell.step !== null && cell.step >= (bin.step ?? 0) && cell.step <= (bin.lastStep ?? 0),
          )
          expect(stripKinds.indexOf(bin.kind)).toBeLessThanOrEqual(worst(inside))
          expect(bin.flagged).toBe(inside.some(({ flagged }) => flagged))
        }
      }),
    )
  })

  it('says in a bin that it holds several steps', () => {
    expect(shortenStrip('m'.repeat(1999).concat('a'), 2)).toBe('2000:ma')
    expect(readStrip('2000:ma')[1]?.label).toBe(
      'Steps 1001 to 2000, of which the worst is shown: the gold action with other arguments.',
    )
  })

  it('keeps missing actions of a run without steps', () => {
    expect(readStrip(shortenStrip('x'.repeat(200)))).toHaveLength(1)
  })
})

describe('flagStrip', () => {
  it('flags these steps and no others, shortened or not', () => {
    fc.assert(
      fc.property(letters, fc.array(fc.integer({ min: 1, max: 400 })), (text, flags) => {
        for (const strip of [text, shortenStrip(text, 50)]) {
          const before = readStrip(strip)
          const after = readStrip(flagStrip(strip, flags))
          expect(after.map(({ kind, step: at }) => [kind, at])).toEqual(before.map(({ kind, step: at }) => [kind, at]))
          for (const { step: first, lastStep, flagged } of after)
            expect(flagged).toBe(
              flags.some((at) => first !== null && lastStep !== null && first <= at && at <= lastStep),
            )
        }
      }),
    )
  })
})
