import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { align } from './align'
import type { AlignmentRow } from './row'
import { action, anyAction, anyActions, anySteps, episode, step, toolRules } from './testing/episode'

const a = action('set', { a: 1 })
const b = action('set', { b: 1 })
const c = action('put', { c: 1 })
const read = action('get', { id: 7 })

/** Rows as a person would jot them down: the kind's first letter, step and gold. */
const jot = (rows: readonly AlignmentRow[]) =>
  rows.map(({ kind, step, gold }) => `${kind[0]}${step ?? '-'}${gold ?? '-'}`)

describe('align', () => {
  it.each([
    ['the same calls', episode(a, b), [a, b], ['m10', 'm21']],
    ['a call too many', episode(a, c, b), [a, b], ['m10', 'e2-', 'm31']],
    ['a call too few', episode(a), [a, c], ['m10', 'm-1']],
    ['the same name with other arguments', episode(a), [b], ['a10']],
    ['two calls that changed places', episode(b, a), [a, b], ['r-0', 'm11', 'r2-']],
    ['no steps', [], [a], ['m-0']],
    ['nothing in common', episode(c), [a], ['m-0', 'e1-']],
    ['the first of two equal calls', episode(a, a), [a], ['m10', 'e2-']],
    ['of two equal calls the one that succeeded', [step(a, { errored: true }), step(a)], [a], ['e1-', 'm20']],
    [
      'of two calls of the same name the more alike',
      episode(action('set', { x: 1, y: 2 }), action('set', { x: 9, y: 9 })),
      [action('set', { x: 1, y: 3 })],
      ['a10', 'e2-'],
    ],
    ['talk and thought aside', [step(action('say')), step(a), step(action('think'))], [a], ['m20']],
    ['an ending that the gold does not have aside', episode(a, action('submit')), [a], ['m10']],
    ['an ending that the gold has', episode(a, action('submit')), [a, action('submit')], ['m10', 'm21']],
    ['what the adapter calls talk aside', [step(a, { actionKind: 'talk' })], [a], ['m-0']],
  ])('%s', (_, steps, gold, rows) => {
    expect(jot(align(steps, gold, toolRules).rows)).toEqual(rows)
  })

  it('pairs the two halves of a call made in another place', () => {
    const { rows } = align(episode(b, a), [a, b], toolRules)
    expect(rows[0]).toMatchObject({ kind: 'reordered', grade: 'text', pair: 2 })
    expect(rows[2]).toMatchObject({ kind: 'reordered', grade: 'text', pair: 0 })
  })

  it('takes another call with the same result for the gold action', () => {
    const steps = [step(action('find', { name: 'Ada' }), { observation: '[{"id": 7}]' })]
    const { rows, exact, inOrder } = align(steps, [read], toolRules, { results: ['[{"id":  7}]'] })
    expect(rows).toEqual([{ kind: 'match', grade: 'result', step: 1, gold: 0 }])
    expect({ exact, inOrder }).toEqual({ exact: false, inOrder: true })
  })

  it.each(['', 'OK', '[]', '{}', 'null', 'Done.'])('does not take %j for a result that tells anything', (result) => {
    const steps = [step(c, { observation: result })]
    expect(align(steps, [read], toolRules, { results: [result] }).inOrder).toBe(false)
  })

  it('does not count reading against precision, nor as a divergence', () => {
    const { modes, firstDivergence } = align(episode(read, a), [a], toolRules)
    expect(modes?.['in-order']).toEqual({ holds: true, matched: 1, precision: 1, recall: 1 })
    expect(firstDivergence).toBeNull()
    expect(align(episode(read, c, a), [a], toolRules).firstDivergence).toBe(1)
  })

  it('leaves everything undefined beside an empty gold, but for the writes', () => {
    const nothing = { exact: null, inOrder: null, anyOrder: null, progress: null, modes: null, empty: true }
    expect(align(episode(read), [], toolRules)).toMatchObject({ ...nothing, stateChanging: true })
    expect(align(episode(a), [], toolRules)).toMatchObject({ ...nothing, stateChanging: false })
  })

  it.each([
    ['equal writes in another order', episode(b, read, a), [a, b], true],
    ['a write too many', episode(a, b), [a], false],
    ['the same write twice', episode(a, a), [a], false],
    ['a write that failed beside one that did not', [step(b, { errored: true }), step(a)], [a], true],
    ['the only write failed', [step(a, { errored: true })], [a], false],
    ['none equals none', episode(read), [action('get', { id: 8 })], true],
  ])('compares successful writes: %s', (_, steps, gold, equal) => {
    expect(align(steps, gold, toolRules).stateChanging).toBe(equal)
  })

  it.each([
    [[a, b, c], [a, b, c], 1],
    [[a, c], [a, b, c], 1 / 3],
    [[b, c], [a, b, c], 0],
    [[a, b, b], [a, b, c], 2 / 3],
  ])('progress, case %#', (made, gold, progress) => {
    expect(align(episode(...made), gold, toolRules).progress).toBeCloseTo(progress, 12)
  })

  // agentevals pairs greedily and fails here: https://github.com/langchain-ai/agentevals
  it('finds the perfect pairing that pairing greedily misses', () => {
    const gold = [action('s', { q: 'x' }), action('s', { q: 'x', k: 3 })]
    const steps = episode(action('s', { q: 'x', k: 3 }), action('s', { q: 'x' }))
    expect(align(steps, gold, toolRules, { arguments: 'superset' }).anyOrder).toBe(true)
    expect(align(steps, gold, toolRules).anyOrder).toBe(true)
    expect(align(steps.slice(1), gold, toolRules, { arguments: 'superset' }).anyOrder).toBe(false)
  })
})

describe('1,000 steps beside 1,000 gold actions', () => {
  const calls = (size: number, shift: number) =>
    Array.from({ length: size }, (_, at) => action(`call ${(at * 7) % 12}`, { id: (at * 31 + shift) % 97 }))

  /** The least of five, since whatever else runs here only ever adds. */
  const leastMs = (size: number) => {
    const [steps, gold] = [episode(...calls(size, 0)), calls(size, 13)]
    const times = Array.from({ length: 5 }, () => {
      const start = performance.now()
      align(steps, gold, toolRules)
      return performance.now() - start
    })
    return Math.min(...times)
  }

  // The figure itself, 20 ms on a quiet machine, is printed by align.bench.ts.
  it('take a fraction of a second, and twice as many actions no more than quadratic time', () => {
    const once = leastMs(1000)
    expect(once).toBeLessThan(300)
    expect(leastMs(2000) / once).toBeLessThan(4 * 3)
  })
})

describe('any episode beside any gold', () => {
  const steps = anySteps
  const gold = anyActions

  it('stands in rows that hold each action and each gold action once, in order', () => {
    fc.assert(
      fc.property(steps, gold, (made, wanted) => {
        const { rows } = align(made, wanted, toolRules)
        const acting = made.flatMap(({ action: each }, at) =>
          each === null || ['say', 'think', 'submit'].includes(each.name) ? [] : [at + 1],
        )
        expect(rows.flatMap((row) => row.step ?? [])).toEqual(acting)
        expect(rows.flatMap((row) => row.gold ?? [])).toEqual(wanted.map((_, at) => at))
      }),
    )
  })

  it('has shares of 0 to 1, and exact implies in order implies any order', () => {
    fc.assert(
      fc.property(steps, gold, (made, wanted) => {
        const { exact, inOrder, anyOrder, progress, modes } = align(made, wanted, toolRules)
        const shares = Object.values(modes ?? {}).flatMap(({ precision, recall }) => [precision, recall])
        for (const share of [progress, ...shares]) {
          expect(share ?? 0).toBeGreaterThanOrEqual(0)
          expect(share ?? 1).toBeLessThanOrEqual(1)
        }
        if (exact) expect(inOrder).toBe(true)
        if (inOrder) expect(anyOrder).toBe(true)
        if (inOrder !== null) expect(inOrder).toBe(progress === 1)
      }),
    )
  })

  it('shows in its rows what its metrics say', () => {
    fc.assert(
      fc.property(steps, gold, (made, wanted) => {
        const { rows, inOrder, anyOrder, modes } = align(made, wanted, toolRules)
        const matched = rows.filter(({ kind }) => kind === 'match').length
        const moved = rows.filter(({ kind, gold: place }) => kind === 'reordered' && place !== null).length
        if (modes) expect(modes['in-order'].matched).toBe(matched)
        if (inOrder !== null) expect(inOrder).toBe(matched === wanted.length)
        if (anyOrder) expect(modes?.['any-order'].matched).toBe(wanted.length)
        expect(moved).toBeLessThanOrEqual(wanted.length - matched)
      }),
    )
  })

  it('is exact beside itself', () => {
    fc.assert(
      fc.property(fc.array(anyAction, { minLength: 1, maxLength: 9 }), (actions) => {
        const { rows, exact, stateChanging, progress, firstDivergence } = align(episode(...actions), actions, toolRules)
        expect({ exact, stateChanging, progress, firstDivergence }).toEqual({
          exact: true,
          stateChanging: true,
          progress: 1,
          firstDivergence: null,
        })
        expect(rows.every(({ kind, grade }) => kind === 'match' && grade === 'text')).toBe(true)
      }),
    )
  })

  it('matches as much when steps and gold change sides', () => {
    fc.assert(
      fc.property(gold, gold, (left, right) => {
        fc.pre(left.length > 0 && right.length > 0)
        const there = align(episode(...left), right, toolRules)
        const back = align(episode(...right), left, toolRules)
        expect(there.exact).toBe(back.exact)
        expect(there.stateChanging).toBe(back.stateChanging)
        for (const mode of ['exact', 'in-order', 'any-order', 'state-changing'] as const)
          expect(there.modes?.[mode].matched).toBe(back.modes?.[mode].matched)
      }),
    )
  })

  it('loses nothing by steps that neither act nor end', () => {
    fc.assert(
      fc.property(steps, gold, (made, wanted) => {
        const talked = made.flatMap((each) => [step(action('say')), each])
        const { rows: _, ...plain } = align(made, wanted, toolRules)
        const { rows: __, ...withTalk } = align(talked, wanted, toolRules)
        expect(withTalk).toEqual(plain)
      }),
    )
  })
})
