/** What the scores of a subset of examples say beside the mean of all. */
export type SubsetScore = { examples: number; mean: number; z: number }

/**
 * How far a subset's mean lies from the expected one, in standard errors of a proportion.
 *
 * @param mean  of the subset's scores, 0 to 1
 * @param mu  of all scores, 0 to 1, neither of the two
 * @param examples  in the subset, at least one
 * @see Touvron et al. (2023), Llama 2, appendix A.6: Z_n = (X̄ − μ) / σ_n with σ_n = √(μ(1 − μ) / n)
 */
export function zScore(mean: number, mu: number, examples: number): number {
  if (!(mu > 0 && mu < 1)) throw new RangeError(`mu must lie between 0 and 1, got ${mu}`)
  if (!Number.isInteger(examples) || examples < 1)
    throw new RangeError(`examples must be a positive integer, got ${examples}`)
  return (mean - mu) / Math.sqrt((mu * (1 - mu)) / examples)
}

/** The four subsets of Llama 2, by the share of contaminated tokens. */
export const subsets = {
  clean: (rate: number) => rate < 0.2,
  notClean: (rate: number) => rate >= 0.2,
  notDirty: (rate: number) => rate < 0.8,
  dirty: (rate: number) => rate >= 0.8,
} as const

export type Subset = keyof typeof subsets

export type Significance = {
  /** The mean score of all examples. */
  mu: number
  subsets: Record<Subset, SubsetScore | null>
  /** |Z| > 2 in all four subsets: only then does Llama 2 call a benchmark affected. */
  affected: boolean
}

/**
 * The scores of the four subsets beside the mean of all.
 *
 * @param scored  rate and score of each example, both 0 to 1
 * @returns null where no example is scored, or all scores are 0 or all 1, so that no deviation has a scale
 */
export function significance(scored: readonly { rate: number; score: number }[]): Significance | null {
  const mu = meanScore(scored)
  if (!(mu > 0 && mu < 1)) return null
  const score = (includes: (rate: number) => boolean): SubsetScore | null => {
    const members = scored.filter(({ rate }) => includes(rate))
    if (members.length === 0) return null
    const mean = meanScore(members)
    return { examples: members.length, mean, z: zScore(mean, mu, members.length) }
  }
  const scores = {
    clean: score(subsets.clean),
    notClean: score(subsets.notClean),
    notDirty: score(subsets.notDirty),
    dirty: score(subsets.dirty),
  }
  const affected = Object.values(scores).every((subset) => subset !== null && Math.abs(subset.z) > 2)
  return { mu, subsets: scores, affected }
}

const meanScore = (scored: readonly { score: number }[]) =>
  scored.reduce((sum, { score }) => sum + score, 0) / scored.length
