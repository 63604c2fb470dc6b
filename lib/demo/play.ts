import type { Action, ActionKind, JsonObject, Method, StopReason } from '@/lib/core/trajectory/types'
import type { ModelName } from './models'
import type { Slots } from './phrase'
import type { Decoy, DefectKind, Truth } from './truth'

/** How a run that is meant to fail goes wrong. */
export type Failure = 'wrong' | 'loop' | 'premature' | 'turn limit' | 'cut output' | 'refusal' | 'crash'

/** One step as it is played: what the agent meant (situation and slots) beside what it said, did and saw. */
export type Turn = {
  situation: string
  slots: Slots
  rationale: string | null
  action: Action | null
  actionKind: ActionKind | null
  observation: string | null
  errored: boolean | null
}

/** A finished run before it becomes a record. */
export type Played = { turns: Turn[]; stop: StopReason; reward: number | null; truth: Truth[]; decoys: Decoy[] }

/** What a run is meant to be. */
export type Part = {
  model: ModelName
  method: Method
  attempt: number
  failure: Failure | null
  defect: DefectKind | null
  decoys: boolean
}

/** What an agent is about to do, and why. */
export type Move = { situation: string; slots: Slots; action: Action; actionKind: ActionKind }

export function act(name: string, args: JsonObject, raw: string): Action {
  return { name, arguments: args, raw }
}
