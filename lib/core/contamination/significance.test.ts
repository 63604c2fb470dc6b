import { describe, expect, it } from 'vitest'
import { significance, zScore } from './significance'

describe('zScore', () => {
  it.each([
    // Llama 2 (arXiv 2307.09288), table 51: HellaSwag, L = 40, 70B; n, mean and mu in percent, Z
    ['clean', 7391, 80.0, 82.5, -5.73],
    ['not clean', 2651, 89.5, 82.4, 9.56],
    ['not dirty', 9194, 81.6, 82.5, -2.27],
    ['dirty', 848, 92.2, 82.5, 7.42],
  ])('HellaSwag, %s', (_, examples, mean, mu, published) => {
    const z = zScore(mean / 100, mu / 100, examples)
    // mean and mu are rounded to 0.05 points each
    const slack = 0.001 / Math.sqrt(((mu / 100) * (1 - mu / 100)) / examples)
    expect(Math.abs(z - published)).toBeLessThanOrEqual(slack)
  })

  it('changes its sign when mean and mu mirror', () => {
    expect(zScore(0.3, 0.4, 50)).toBeCloseTo(-zScore(0.7, 0.6, 50), 12)
  })

  it.each([
    [0, 1, 'mu must lie between 0 and 1, got 0'],
    [0.5, 0, 'examples must be a positive integer, got 0'],
  ])('refuses mu %d over %d examples', (mu, examples, message) => {
    expect(() => zScore(0.5, mu, examples)).toThrow(message)
  })
})

describe('significance', () => {
  const scored = (count: number, rate: number, right: number) =>
    Array.from({ length: count }, (_, at) => ({ rate, score: at < right ? 1 : 0 }))

  it('calls a benchmark affected only where all four subsets deviate', () => {
    // 400 clean with 200 right, 400 dirty with 360 right: mu 0.7, both deviate by 0.2 of sqrt(0.21 / 400)
    const found = significance([...scored(400, 0, 200), ...scored(400, 1, 360)])
    expect(found?.mu).toBeCloseTo(0.7, 12)
    expect(found?.subsets.clean?.z).toBeCloseTo(-0.2 / Math.sqrt(0.21 / 400), 9)
    expect(found?.subsets.notDirty).toEqual(found?.subsets.clean)
    expect(found?.affected).toBe(true)
  })

  it('does not call it affected where a subset is empty or deviates little', () => {
    expect(significance([...scored(400, 0, 200), ...scored(400, 0.5, 360)])?.affected).toBe(false)
    expect(significance([...scored(400, 0, 280), ...scored(400, 1, 281)])?.affected).toBe(false)
  })

  it('has no scale where all are right, or none is scored', () => {
    expect(significance(scored(10, 0, 10))).toBeNull()
    expect(significance([])).toBeNull()
  })
})
