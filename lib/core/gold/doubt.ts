import type { Action, Step } from '@/lib/core/trajectory/types'
import { type Alignment, alignCalls } from './align'
import { type Call, goldCalls, rolesOf, stepCalls } from './calls'
import { type FinalResult, finalResult } from './final-result'
import { normalisers } from './normalise/registry'
import { spelledSqlTokens, sqlOf } from './normalise/sql'
import type { AlignRules } from './rules'
import { type SqlProblem, sqlProblems } from './sql-problems'

/** A run of the instance, as far as it tells something about the gold. */
export type JudgedRun = { model: string | null; steps: readonly Step[]; solved: boolean }

/** Why a gold sequence may be wrong, with what shows it. `action` is the 0-based place in the gold. */
export type GoldSuspicion =
  | { kind: 'malformed'; action: number; problem: SqlProblem }
  | { kind: 'rejected'; action: number; runs: number; message: string }
  | { kind: 'unrewarded'; runs: number }
  | { kind: 'outvoted'; models: string[]; solvedBy: string[]; result: FinalResult }

/**
 * What speaks against a gold sequence: its SQL is malformed; the environment refused it when a run carried it out; runs
 * that did exactly what it says were not rewarded; more distinct models, and at least two, rest on one other result
 * than have solved it. Models are told apart by name, so runs that name none have no vote; several attempts of a model
 * are one. Results are asked for only where the gold changes nothing. A person decides; none of these is proof.
 */
export function doubtGold(gold: readonly Action[], runs: readonly JudgedRun[], rules: AlignRules): GoldSuspicion[] {
  const wanted = goldCalls(gold, rules)
  const made = runs.map((run) => ({ ...run, calls: stepCalls(run.steps, rules) }))
  const readsOnly = wanted.length > 0 && wanted.every(({ readOnly }) => readOnly)
  return [
    ...(rules.normaliser === 'sql' ? malformed(gold) : []),
    ...rejected(gold, wanted, made, rules),
    ...unrewarded(wanted, made),
    ...(readsOnly ? outvoted(runs, rules) : []),
  ]
}

function malformed(gold: readonly Action[]): GoldSuspicion[] {
  return gold.flatMap((action, at) =>
    sqlProblems(sqlOf(action)).map((problem) => ({ kind: 'malformed' as const, action: at, problem })),
  )
}

type MadeRun = JudgedRun & { calls: readonly Call[] }

/** A gold action that some run made as it is written, and that failed every time. */
function rejected(gold: readonly Action[], wanted: readonly Call[], runs: readonly MadeRun[], rules: AlignRules) {
  const spelled = (action: Action | null | undefined) => (action ? spelling(action, rules) : null)
  return wanted.flatMap(({ at }): GoldSuspicion[] => {
    const writing = spelled(gold[at])
    const tried = runs.map(({ steps }) => steps.filter(({ action }) => spelled(action) === writing))
    const by = tried.filter((steps) => steps.length > 0)
    if (by.length === 0 || by.flat().some(({ errored }) => errored !== true)) return []
    return [{ kind: 'rejected', action: at, runs: by.length, message: by[0]?.[0]?.observation ?? '' }]
  })
}

/** SQL is compared with its backticks here: a name that needs them is refused without. */
function spelling(action: Action, { normaliser }: AlignRules): string {
  return normaliser === 'sql'
    ? spelledSqlTokens(sqlOf(action)).join(' ')
    : normalisers[normaliser].normalise(action).key
}

function unrewarded(wanted: readonly Call[], runs: readonly MadeRun[]): GoldSuspicion[] {
  if (wanted.length === 0) return []
  const failed = runs.filter(({ solved, calls }) => !solved && didExactly(alignCalls(calls, wanted), calls))
  return failed.length === 0 ? [] : [{ kind: 'unrewarded', runs: failed.length }]
}

const didExactly = ({ exact }: Alignment, calls: readonly Call[]) =>
  exact === true && calls.every(({ errored }) => !errored)

function outvoted(runs: readonly JudgedRun[], rules: AlignRules): GoldSuspicion[] {
  const roles = rolesOf(rules)
  const solvedBy = distinct(runs.filter(({ solved }) => solved).map(({ model }) => model))
  const votes = new Map<string, { result: FinalResult; models: (string | null)[] }>()
  for (const { model, steps, solved } of runs) {
    const result = solved ? null : finalResult(steps, roles)
    if (result === null) continue
    const name = `${result.kind} ${result.text}`
    const vote = votes.get(name) ?? { result, models: [] }
    vote.models.push(model)
    votes.set(name, vote)
  }
  return [...votes.values()]
    .map(({ result, models }) => ({ kind: 'outvoted' as const, result, models: distinct(models), solvedBy }))
    .filter(({ models }) => models.length > Math.max(1, solvedBy.length))
    .sort((a, b) => b.models.length - a.models.length)
}

function distinct(models: readonly (string | null)[]): string[] {
  return [...new Set(models.filter((model) => model !== null))].sort()
}
