import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareTrajectories } from './compare'
import { action, anySteps, episode, step, toolRules } from './testing/episode'

const a = action('set', { a: 1 })
const b = action('set', { b: 1 })
const read = action('get', { id: 7 })
const submit = action('submit')

describe('compareTrajectories', () => {
  it('puts the second where gold stands, by its 0-based place among all its steps', () => {
    const second = [step(action('say')), step(a), step(b)]
    expect(compareTrajectories(episode(a, read), second, toolRules)).toMatchObject({
      rows: [
        { kind: 'match', step: 1, gold: 1 },
        { kind: 'missing', step: null, gold: 2 },
        { kind: 'extra', step: 2, gold: null, readOnly: true },
      ],
      firstDivergence: 1,
      sameBeginning: 1,
      matched: 1,
      share: 0.5,
    })
  })

  it('counts reading and endings as divergence', () => {
    expect(compareTrajectories(episode(a, read), episode(a), toolRules).firstDivergence).toBe(1)
    expect(compareTrajectories(episode(a, submit), episode(a, submit), toolRules).matched).toBe(2)
    expect(compareTrajectories(episode(a, submit), episode(a), toolRules).firstDivergence).toBe(1)
  })

  it.each([
    [
      'the same answer',
      [step(action('submit', { answer: ' Paris' }))],
      [step(action('submit', { answer: ' paris' }))],
      true,
    ],
    ['other answers', [step(action('submit', { answer: 'a' }))], [step(action('submit', { answer: 'b' }))], false],
    ['the same result', [step(a, { observation: 'x  y' }), step(submit)], [step(b, { observation: 'x y' })], true],
    ['nothing', [step(a)], [step(b, { observation: 'x' })], null],
    ['a failure', [step(a, { observation: 'x', errored: true })], [step(b, { observation: 'x' })], null],
  ])('says whether both rest on the same: %s', (_, first, second, same) => {
    expect(compareTrajectories(first, second, toolRules).sameResult).toBe(same)
  })

  it('finds a trajectory the same as itself, and as much in common from either side', () => {
    fc.assert(
      fc.property(anySteps, anySteps, (first, second) => {
        const self = compareTrajectories(first, first, toolRules)
        expect(self.firstDivergence).toBeNull()
        expect(self.share ?? 1).toBe(1)
        const [there, back] = [
          compareTrajectories(first, second, toolRules),
          compareTrajectories(second, first, toolRules),
        ]
        expect(there.matched).toBe(back.matched)
        expect(there.sameResult).toBe(back.sameResult)
      }),
    )
  })
})
