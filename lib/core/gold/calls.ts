import type { Action, Step } from '@/lib/core/trajectory/types'
import type { NormalisedCall } from './normalise/normaliser'
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

const folded = (name: string) => name.trim().toLowerCase()
const names = (list: readonly string[], name: string) => list.some((listed) => folded(listed) === folded(name))

/** Whether a step is an action to be aligned: it has one, and it neither talks nor thinks. */
export function isAction(step: Step, rules: AlignRules): boolean {
  if (step.action === null || step.actionKind === 'talk' || step.actionKind === 'think') return false
  return !isTalk(step.action, rules)
}

const isTalk = ({ name }: Action, { talk, think }: AlignRules) => names(talk, name) || names(think, name)

const says = /[^\s[\](){}"'.!]/
const tellsNothing = /^\s*(?:ok|okay|done|success(?:ful)?|true|none|null|ignored)\W*$/i

/** A result worth comparing, white space collapsed; null where any action could have given the same. */
export function tellingResult(text: string | null): string | null {
  if (text === null || !says.test(text) || tellsNothing.test(text)) return null
  return text.trim().replace(/\s+/g, ' ')
}

function call(action: Action, at: number, rules: AlignRules, errored: boolean, result: string | null): Call {
  const normalised = normalisers[rules.normaliser].normalise(action)
  const terminal = names(rules.terminal, action.name)
  const changes = normalised.changesState ?? true
  return {
    ...normalised,
    at,
    actionName: folded(action.name),
    readOnly: terminal || !changes || names(rules.readOnly, action.name),
    terminal,
    errored,
    result: errored ? null : tellingResult(result),
  }
}

/** The gold actions to be compared, with the results they are known to give, by their place in `actions`. */
export function goldCalls(
  actions: readonly Action[],
  rules: AlignRules,
  results: readonly (string | null)[] = [],
): Call[] {
  return actions.flatMap((action, at) =>
    isTalk(action, rules) ? [] : [call(action, at, rules, false, results[at] ?? null)],
  )
}

/** The steps to be compared with `gold`. What ends the episode counts only where the gold ends by the same name. */
export function stepCalls(steps: readonly Step[], gold: readonly Call[], rules: AlignRules): Call[] {
  const endings = new Set(gold.filter(({ terminal }) => terminal).map(({ actionName }) => actionName))
  return steps.flatMap((step, index) => {
    if (step.action === null || !isAction(step, rules)) return []
    const made = call(step.action, index + 1, rules, step.errored === true, step.observation)
    return made.terminal && !endings.has(made.actionName) ? [] : [made]
  })
}
