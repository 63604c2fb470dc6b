import type { Action } from '@/lib/core/trajectory/types'
import { goldCalls, rolesOf, stepCalls } from './calls'
import type { JudgedRun } from './doubt'
import { finalResult } from './final-result'
import type { AlignRules } from './rules'

/**
 * What gold actions are known to give back, by the stored observations of runs of the same instance that reached its
 * reward: what an equal call gave back; and where the gold is a single action that changes nothing, what such a run
 * rests on, since its reward says that this is the gold's result. Null where no run tells, or where runs disagree.
 *
 * @param runs  runs of the same instance; leave out the one that is to be compared with the results
 * @returns for each place in `gold` its result, white space collapsed
 */
export function knownResults(
  gold: readonly Action[],
  runs: readonly JudgedRun[],
  rules: AlignRules,
): (string | null)[] {
  const results: (string | null)[] = gold.map(() => null)
  const wanted = goldCalls(gold, rules)
  const made = runs.filter(({ solved }) => solved).flatMap(({ steps }) => stepCalls(steps, rules))
  for (const { key, at } of wanted)
    results[at] = agreed(made.filter((call) => call.key === key).map(({ result }) => result))

  const [only, ...others] = wanted
  if (only && others.length === 0 && only.readOnly && results[only.at] === null) {
    const roles = rolesOf(rules)
    const rests = runs.filter(({ solved }) => solved).map(({ steps }) => finalResult(steps, roles))
    results[only.at] = agreed(rests.map((rest) => (rest?.kind === 'result' ? rest.text : null)))
  }
  return results
}

/** The one result of all that tell something. */
function agreed(results: readonly (string | null)[]): string | null {
  const different = new Set(results.filter((result) => result !== null))
  const [only] = different
  return different.size === 1 && only !== undefined ? only : null
}
