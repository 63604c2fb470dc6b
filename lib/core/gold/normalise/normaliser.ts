import type { Action, JsonObject } from '@/lib/core/trajectory/types'

/**
 * A call in the form in which two calls are compared. Equal keys mean equal calls; equal names mean the same action
 * with other arguments. `changesState` is null where the call itself does not show it and the task's rules decide.
 * `features` are the parts by which the more alike of two unequal calls is found.
 */
export type NormalisedCall = {
  name: string
  key: string
  arguments: JsonObject
  features: readonly string[]
  changesState: boolean | null
}

/** What folding a task's actions need. `folds` says in sentences what is held to be the same. */
export type Normaliser = {
  normalise: (action: Action) => NormalisedCall
  folds: readonly string[]
}
