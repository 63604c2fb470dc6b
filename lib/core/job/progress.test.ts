import { describe, expect, it } from 'vitest'
import { rateAfter, secondsLeft } from './progress'

describe('rateAfter', () => {
  it.each([
    // before, done, seconds, after: by hand, 0.3 of the new sample
    [null, 100, 2, 50],
    [50, 100, 2, 50],
    [50, 0, 2, 35],
    [null, 5, 0, null],
    [50, 5, 0, 50],
  ])('%s then %i in %i s', (before, done, seconds, after) => {
    expect(rateAfter(before, done, seconds)).toEqual(after)
  })

  it('reaches a steady rate from whatever came before', () => {
    let rate: number | null = 1000
    for (let sample = 0; sample < 40; sample++) rate = rateAfter(rate, 10, 1)
    expect(rate).toBeCloseTo(10, 1)
  })
})

describe('secondsLeft', () => {
  it.each([
    [50, 150, 10, 10],
    [150, 150, 10, 0],
    [160, 150, 10, 0],
    [50, null, 10, null],
    [50, 150, null, null],
    [50, 150, 0, null],
  ])('%i of %s at %s', (done, total, rate, left) => {
    expect(secondsLeft(done, total, rate)).toBe(left)
  })
})
