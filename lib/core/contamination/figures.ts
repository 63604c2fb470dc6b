import { subsets } from './significance'

/** What one example adds to the figures. */
export type Measured = {
  task: string
  tokens: number
  contaminated: number
  verbatim: boolean
}

/** The row of a table. Shares are 0 to 1; a share of nothing is null. */
export type Figures = {
  examples: number
  tokens: number
  /** Mean over examples of the share of their tokens that are contaminated. */
  rate: number
  /** The share of all tokens that are contaminated. */
  tokenWeightedRate: number
  /** Rate below 0.2, those too short to match included, as the papers count. */
  clean: number
  notClean: number
  notDirty: number
  /** Rate of at least 0.8. */
  dirty: number
  /** Rate of at least 0.2 and below 0.8. */
  neither: number
  /** Fewer tokens than the shortest match: never tested, always clean. */
  tooShort: number
  /** Long enough to match. */
  testable: number
  /** Clean and long enough. */
  testedClean: number
  dirtyOfTestable: number | null
  /** The whole text stands in a training text, too short or not. */
  verbatim: number
  verbatimShare: number | null
}

export type TaskFigures = Figures & { task: string }

/** The rate of an example; one without tokens has none to be contaminated. */
export const rateOf = ({ tokens, contaminated }: Pick<Measured, 'tokens' | 'contaminated'>): number =>
  tokens === 0 ? 0 : contaminated / tokens

/** The figures over examples. @param shortest tokens of the shortest match that counts */
export function figures(measured: readonly Measured[], shortest: number): Figures {
  const count = (applies: (one: Measured) => boolean) => measured.filter(applies).length
  const tokens = measured.reduce((sum, one) => sum + one.tokens, 0)
  const contaminated = measured.reduce((sum, one) => sum + one.contaminated, 0)
  const rates = measured.reduce((sum, one) => sum + rateOf(one), 0)
  const tooShort = count((one) => one.tokens < shortest)
  const testable = measured.length - tooShort
  const dirty = count((one) => subsets.dirty(rateOf(one)))
  const notClean = count((one) => subsets.notClean(rateOf(one)))
  const verbatim = count((one) => one.verbatim)
  return {
    examples: measured.length,
    tokens,
    rate: measured.length === 0 ? 0 : rates / measured.length,
    tokenWeightedRate: tokens === 0 ? 0 : contaminated / tokens,
    clean: measured.length - notClean,
    notClean,
    notDirty: measured.length - dirty,
    dirty,
    neither: notClean - dirty,
    tooShort,
    testable,
    testedClean: measured.length - notClean - tooShort,
    dirtyOfTestable: testable === 0 ? null : dirty / testable,
    verbatim,
    verbatimShare: measured.length === 0 ? null : verbatim / measured.length,
  }
}

/** The figures of each task, in the order in which the tasks first come. */
export function taskFigures(measured: readonly Measured[], shortest: number): TaskFigures[] {
  const byTask = new Map<string, Measured[]>()
  for (const one of measured) {
    const members = byTask.get(one.task)
    if (members) members.push(one)
    else byTask.set(one.task, [one])
  }
  return [...byTask].map(([task, members]) => ({ task, ...figures(members, shortest) }))
}

/** The figures over all examples, with the mean of the tasks' rates: three rates, since they differ. */
export function totalFigures(measured: readonly Measured[], shortest: number): Figures & { taskMeanRate: number } {
  const tasks = taskFigures(measured, shortest)
  const rates = tasks.reduce((sum, { rate }) => sum + rate, 0)
  return { ...figures(measured, shortest), taskMeanRate: tasks.length === 0 ? 0 : rates / tasks.length }
}
