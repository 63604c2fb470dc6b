import type { ParsedTrajectory, Step } from '@/lib/core/trajectory/types'
import type { Part, Played, Turn } from './play'
import type { Problem } from './problem'
import type { Decoy, Truth } from './truth'

/**
 * A record of the interchange form. truth names every defect that is known to be in it, decoys what only looks like
 * one; an import ignores both.
 */
export type ExampleRecord = { format: 'assay/1' } & ParsedTrajectory & { truth: Truth[]; decoys: Decoy[] }

/** A played run as a record. */
export function toRecord(
  problem: Problem,
  part: Part,
  played: Played,
  preamble: ParsedTrajectory['preamble'],
): ExampleRecord {
  const forced = part.method === 'answer forcing' || part.method === 'heuristic search'
  const origin = forced ? 'by construction' : 'recorded'
  return {
    format: 'assay/1',
    externalId: `${problem.instance.key}#${part.model}/${part.method === 'exploration' ? part.attempt : part.method}`,
    task: problem.task,
    kind: 'trajectory',
    model: part.model,
    method: part.method,
    attempt: part.attempt,
    rewardFinal: played.reward,
    rewardMax: played.reward,
    rewardOrigin: played.reward === null ? null : origin,
    stopReason: played.stop,
    preamble,
    instance: problem.instance,
    steps: played.turns.map((turn, i) => toStep(turn, i, part)),
    truth: played.truth.sort((a, b) => a.step - b.step),
    decoys: played.decoys.sort((a, b) => a.step - b.step),
  }
}

function toStep(turn: Turn, index: number, part: Part): Step {
  return {
    turn: index + 1,
    rationale: turn.rationale,
    action: turn.action,
    actionKind: turn.actionKind,
    observation: turn.observation,
    observationKind: turn.observation === null ? null : 'environment',
    errored: turn.errored,
    reward: null,
    loss: part.method === 'human' ? null : true,
  }
}

/** The file that a person would have this record from: one for each task and way of collecting. */
export function sourceName({ kind, task, method }: ExampleRecord): string {
  if (kind !== 'trajectory') return `${task}.jsonl`
  return `${task}-${method.replaceAll(' ', '-')}.jsonl`
}
