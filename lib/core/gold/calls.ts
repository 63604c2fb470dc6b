import type { Action, Step } from '@/lib/core/trajectory/types'
import type { NormalisedCall, Normaliser } from './normalise/normaliser'
import { normalisers } from './normalise/registry'
import type { AlignRules } from './rules'

/** An action made ready to be compared. */
export type Call = NormalisedCall & {
  at: number // 1-based step, or 0-based place in the gold sequence
  actionName: string
  readOnly: boolean
  terminal: boolean
  errored: boolean
  result: string | null // what it gave back, where that tells anything
}

/** What the rules say of an action by its name; each name is looked up once. */
export type Roles = (name: string) => Role
type Role = { acts: boolean; readOnly: boolean; terminal: boolean }

const folded = (name: string) => name.trim().toLowerCase()

/** Reads the rules for names in any case. */
export function rolesOf(rules: AlignRules): Roles {
  const [readOnly, terminal, silent] = [rules.readOnly, rules.terminal, [...rules.talk, ...rules.think]].map(
    (names) => new Set(names.map(folded)),
  )
  const known = new Map<string, Role>()
  return (name) => {
    const before = known.get(name)
    if (before) return before
    const ends = terminal?.has(folded(name)) ?? false
    const role: Role = {
      acts: !silent?.has(folded(name)),
      readOnly: ends || (readOnly?.has(folded(name)) ?? false),
      terminal: ends,
    }
    known.set(name, role)
    return role
  }
}

/** Whether a step is an action to be aligned: it has one, and it neither talks nor thinks. */
export function isAction({ action, actionKind }: Step, roles: Roles): boolean {
  return action !== null && actionKind !== 'talk' && actionKind !== 'think' && roles(action.name).acts
}

const says = /[^\s[\](){}"'.!]/
const tellsNothing = /^\s*(?:ok|okay|done|success(?:ful)?|true|none|null|ignored)\W*$/i

/** A result worth comparing, white space collapsed; null where any action could have given the same. */
export function tellingResult(text: string | null): string | null {
  if (text === null || !says.test(text) || tellsNothing.test(text)) return null
  return text.trim().replace(/\s+/g, ' ')
}

type Outcome = { errored: boolean; result: string | null }

function call(action: Action, at: number, normalise: Normaliser['normalise'], role: Role, outcome: Outcome): Call {
  const { name, key, arguments: values, features, changesState } = normalise(action)
  return {
    name,
    key,
    arguments: values,
    features,
    changesState,
    at,
    actionName: action.name,
    readOnly: role.readOnly || changesState === false,
    terminal: role.terminal,
    errored: outcome.errored,
    result: outcome.errored ? null : tellingResult(outcome.result),
  }
}

/** The gold actions to be compared, with the results they are known to give, by their place in `actions`. */
export function goldCalls(
  actions: readonly Action[],
  rules: AlignRules,
  results: readonly (string | null)[] = [],
): Call[] {
  const roles = rolesOf(rules)
  const { normalise } = normalisers[rules.normaliser]
  return actions.flatMap((action, at) => {
    const role = roles(action.name)
    return role.acts ? [call(action, at, normalise, role, { errored: false, result: results[at] ?? null })] : []
  })
}

/**
 * The steps that act, endings among them.
 *
 * @param withResults  false where nothing is known that what they gave back could be compared with
 */
export function stepCalls(steps: readonly Step[], rules: AlignRules, withResults = true): Call[] {
  const roles = rolesOf(rules)
  const { normalise } = normalisers[rules.normaliser]
  return steps.flatMap((step, index) => {
    if (step.action === null || !isAction(step, roles)) return []
    const outcome = { errored: step.errored === true, result: withResults ? step.observation : null }
    return [call(step.action, index + 1, normalise, roles(step.action.name), outcome)]
  })
}

/** The steps to be compared with `gold`: what ends the episode counts only where the gold ends by the same name. */
export function comparedSteps(steps: readonly Call[], gold: readonly Call[]): readonly Call[] {
  const endings = new Set(gold.filter(({ terminal }) => terminal).map(({ actionName }) => folded(actionName)))
  return steps.some(({ terminal }) => terminal)
    ? steps.filter(({ terminal, actionName }) => !terminal || endings.has(folded(actionName)))
    : steps
}
