import type { Step } from '@/lib/core/trajectory/types'
import { isAction, type Roles, tellingResult } from './calls'
import { canonicalEntries } from './canonical-json'

/** What a run came to: the answer it gave, or else what its last action gave back. */
export type FinalResult = { kind: 'answer' | 'result'; text: string }

/**
 * The result on which a run rests its case, white space collapsed; null where its last action failed or told nothing.
 * An ending with arguments is an answer; one without (`submit`) hands in what came before it.
 */
export function finalResult(steps: readonly Step[], roles: Roles): FinalResult | null {
  for (const step of steps.toReversed()) {
    if (step.action === null || !isAction(step, roles)) continue
    if (roles(step.action.name).terminal) {
      const values = canonicalEntries(step.action.arguments).join(', ').toLowerCase()
      if (values !== '') return { kind: 'answer', text: values.replace(/\s+/g, ' ') }
      continue
    }
    const text = step.errored === true ? null : tellingResult(step.observation)
    return text === null ? null : { kind: 'result', text }
  }
  return null
}
