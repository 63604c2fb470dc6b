import type { Instance, Method, PreambleMessage } from '@/lib/core/trajectory/types'
import type { Difficulty, Model, ModelName } from './models'
import type { DecoyPlanters, DefectPlanters } from './plant'
import type { Part, Played } from './play'
import type { Random } from './random'
import type { DefectKind } from './truth'

/** Who might try a problem, and how likely they are to be asked. */
export type Candidate = { model: ModelName; method: Method; share: number }

/** One problem of a simulated environment: what a record needs of it, and how to play it. */
export type Problem = {
  task: string
  instance: Instance
  difficulty: Difficulty
  candidates: readonly Candidate[]
  preamble(part: Part): PreambleMessage[]
  play(part: Part, model: Model, random: Random): Played | Promise<Played>
  /** Defects that have to happen while the run is played. */
  playable: readonly DefectKind[]
  defects: DefectPlanters
  decoys: DecoyPlanters
}

/** A simulated environment: a series of problems. */
export type Environment = {
  task: string
  /** How many problems there are; Infinity where they never end. */
  size: number
  /** The problem of this number; null where that number makes no good one. */
  problem(number: number): Problem | null | Promise<Problem | null>
}
