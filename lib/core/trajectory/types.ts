/** JSON as a record may hold it. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
export type JsonObject = { [key: string]: Json }

export const methods = [
  'exploration',
  'answer forcing',
  'heuristic search',
  'reformatting',
  'human',
  'unknown',
] as const
export type Method = (typeof methods)[number]

export const stopReasons = ['answered', 'turn limit', 'cut output', 'refusal', 'crash', 'unknown'] as const
export type StopReason = (typeof stopReasons)[number]

export type RewardOrigin = 'recorded' | 'by construction' | 'recomputed'
export type SampleKind = 'trajectory' | 'chat' | 'code'

/** What an action does in its task. act changes or reads the environment; unparsed is kept as it was written. */
export type ActionKind = 'act' | 'talk' | 'think' | 'terminal' | 'unparsed'

/** A call: its name, its arguments by value, and the text as the model wrote it. */
export type Action = { name: string; arguments: JsonObject; raw: string }

/** A message before the episode: prompt, few-shot example, acknowledgement. */
export type PreambleMessage = { role: string; content: string; example?: boolean }

/** One step, as an adapter reads it. Text is kept as written. Several steps may share one agent turn. */
export type Step = {
  turn: number // 1-based
  rationale: string | null
  action: Action | null
  actionKind: ActionKind | null
  observation: string | null
  observationKind: 'environment' | 'user' | null
  errored: boolean | null // the environment refused the action; null where it does not say
  reward: number | null
  loss: boolean | null // null: the source does not say
}

export type Gold = { origin: string; actions: Action[]; answer: string | null }

/** One problem of a task. The key holds what makes the problem: problem and start state. */
export type Instance = {
  key: string
  groupKey: string | null
  clusterKey: string | null
  instruction: string
  difficulty: string | null
  split: string | null
  gold: Gold[]
}

/** What an adapter makes of one record: one trajectory, or several where tasks were appended to one conversation. */
export type ParsedTrajectory = {
  externalId: string
  task: string // lower-case name; lib/core/trajectory/tasks.ts knows titles, skills, grammars and thresholds
  kind: SampleKind
  model: string | null
  method: Method
  attempt: number | null
  rewardFinal: number | null
  rewardMax: number | null
  rewardOrigin: RewardOrigin | null
  stopReason: StopReason
  preamble: PreambleMessage[]
  instance: Instance
  steps: Step[]
}

export const presences = ['present', 'missing', 'unknown'] as const
export type Presence = (typeof presences)[number]

/** Which parts of what the model was shown the records hold. */
export type Completeness = { prompt: Presence; menu: Presence; images: Presence; earlierTurns: Presence }

/** A record that cannot be read: why, and the path to the place in the record. */
export class RecordProblem extends Error {
  constructor(
    readonly reason: string,
    readonly field: string | null = null,
  ) {
    super(field === null ? reason : `${field}: ${reason}`)
    this.name = 'RecordProblem'
  }
}
