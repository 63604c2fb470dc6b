import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readStrip } from '@/lib/core/trajectory/strip'
import type { Action, Gold, Step } from '@/lib/core/trajectory/types'
import { alignTrajectory } from './align-trajectory'
import type { GoldMatch } from './gold-match'
import { action, anyActions, anySteps, episode, step, toolRules } from './testing/episode'

const a = action('set', { a: 1 })
const b = action('set', { b: 1 })
const c = action('put')
const read = action('get', { id: 7 })

const gold = (...actions: Action[]): Gold => ({ origin: 'record', actions, answer: null })
const solved = { reward: 1, threshold: 1 }
const failed = { reward: 0.5, threshold: 1 }

describe('alignTrajectory', () => {
  it.each<[GoldMatch, Step[], Gold[], typeof solved]>([
    ['exact', episode(a, b), [gold(a, b)], failed],
    ['in order', episode(a, c, b), [gold(a, b)], failed],
    ['any order', episode(b, a), [gold(a, b)], failed],
    ['state changing', episode(a, action('get', { id: 8 })), [gold(read, a)], failed],
    ['solved differently', episode(c), [gold(a)], solved],
    ['partial', episode(a), [gold(a, b)], failed],
    ['different', episode(c), [gold(a)], failed],
    ['different', episode(read), [gold(action('get', { id: 8 }))], failed],
    ['solved differently', episode(read), [gold(action('get', { id: 8 }))], solved],
    ['gold empty', episode(a), [gold()], solved],
    ['no gold', episode(a), [], solved],
    ['no gold', episode(a), [{ origin: 'record', actions: [], answer: '42' }], solved],
  ])('%s', (match, steps, golds, reward) => {
    expect(alignTrajectory(steps, golds, toolRules, reward).goldMatch).toBe(match)
  })

  it('does not call a run solved whose reward is unknown', () => {
    expect(alignTrajectory(episode(c), [gold(a)], toolRules, { reward: null, threshold: 1 }).goldMatch).toBe(
      'different',
    )
  })

  it.each([
    ['the better match', episode(a, b), [gold(b, a), gold(a, b), gold(a)], 1],
    ['the greater share', episode(a), [gold(a, b, c), gold(a, b)], 1],
    ['the lower ordinal of equals', episode(a), [gold(a, b), gold(a, c)], 0],
    ['something done over nothing wanted', episode(a), [gold(), gold(a, b)], 1],
    ['nothing wanted over nothing of it done', episode(read), [gold(a), gold()], 1],
    ['what failed over doing nothing, where something was done', episode(c), [gold(), gold(a)], 1],
  ])('chooses %s', (_, steps, golds, best) => {
    const { alignments } = alignTrajectory(steps, golds, toolRules, failed)
    expect(alignments.map((each) => each.best)).toEqual(golds.map((_, at) => at === best))
    expect(alignments.map((each) => each.gold)).toEqual(golds.map((_, at) => at))
  })

  it('keeps beside the trajectory what its best alignment says', () => {
    const steps = [step(action('say')), step(a), step(c), step(null)]
    expect(alignTrajectory(steps, [gold(a, b)], toolRules, failed)).toMatchObject({
      goldMatch: 'partial',
      goldProgress: 0.5,
      goldActionCount: 2,
      strip: 'tmxet',
      alignments: [
        { exact: false, precision: 0.5, recall: 0.5, progress: 0.5, firstDivergence: 1, stateChanging: false },
      ],
    })
  })

  it('takes a result that the gold is known to give for the gold action', () => {
    const steps = [step(action('find', { q: 1 }), { observation: 'three rows' })]
    const known = alignTrajectory(steps, [gold(read)], toolRules, solved, [['three rows']])
    expect(known).toMatchObject({ goldMatch: 'in order', goldProgress: 1, strip: 'm' })
  })

  it('says the same whenever it is asked, and never shows more than 120 cells', () => {
    const golds = fc.array(
      anyActions.map((actions) => gold(...actions)),
      { maxLength: 3 },
    )
    fc.assert(
      fc.property(anySteps, golds, (steps, list) => {
        const many = Array.from({ length: 20 }, () => steps).flat()
        const once = alignTrajectory(many, list, toolRules, failed)
        expect(alignTrajectory(many, list, toolRules, failed)).toEqual(once)
        expect(readStrip(once.strip).length).toBeLessThanOrEqual(120)
        expect(once.alignments.filter(({ best }) => best)).toHaveLength(list.length === 0 ? 0 : 1)
      }),
      { numRuns: 50 },
    )
  })
})
