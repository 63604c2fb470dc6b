import 'server-only'
import type { ClientBase } from 'pg'
import type { TrajectoryAlignment } from '@/lib/core/gold/align-trajectory'
import { parserVersion } from '@/lib/core/trajectory/parse'
import type { PreparedTrajectory } from '@/lib/core/trajectory/prepare'
import type { PreambleMessage } from '@/lib/core/trajectory/types'
import { bytea } from '@/lib/data/bytea'
import { copyRows, Json } from '@/lib/data/copy'

/** A new trajectory with the ids it gets and what its gold makes of it. */
export type PlacedTrajectory = {
  id: string
  revisionId: string
  sourceId: string
  recordOrdinal: number
  taskId: string
  instanceId: string
  prepared: PreparedTrajectory
  aligned: TrajectoryAlignment
}

const TRAJECTORY_COLUMNS = [
  'id',
  'source_id',
  'record_ordinal',
  'part',
  'external_id',
  'task_id',
  'instance_id',
  'kind',
  'title',
  'model',
  'method',
  'attempt',
  'reward_final',
  'reward_max',
  'reward_origin',
  'stop_reason',
  'content_hash',
  'dedupe_key',
  'step_count',
  'agent_turn_count',
  'action_count',
  'gold_action_count',
  'gold_match',
  'gold_progress',
  'strip',
  'current_revision_id',
]
const REVISION_COLUMNS = ['id', 'trajectory_id', 'number', 'instruction', 'preamble_hash', 'parser_version']
const STEP_COLUMNS = [
  'revision_id',
  'index',
  'turn',
  'anchor',
  'rationale',
  'action_name',
  'action_arguments',
  'action_raw',
  'action_kind',
  'observation',
  'observation_kind',
  'errored',
  'reward',
  'loss',
]

/** Writes new trajectories, each with its revision 0 and its steps. Their instances and preambles must be there. */
export async function copyTrajectories(client: ClientBase, placed: readonly PlacedTrajectory[]): Promise<void> {
  await copyRows(client, 'trajectory', TRAJECTORY_COLUMNS, placed.map(trajectoryRow))
  await copyRows(client, 'revision', REVISION_COLUMNS, placed.map(revisionRow))
  await copyRows(client, 'step', STEP_COLUMNS, stepRows(placed))
}

function trajectoryRow({ prepared, aligned, ...ids }: PlacedTrajectory) {
  const { parsed, part, title, contentHash, dedupeKey, agentTurnCount, actionCount } = prepared
  return [
    ids.id,
    ids.sourceId,
    ids.recordOrdinal,
    part,
    parsed.externalId,
    ids.taskId,
    ids.instanceId,
    parsed.kind,
    title,
    parsed.model,
    parsed.method,
    parsed.attempt,
    parsed.rewardFinal,
    parsed.rewardMax,
    parsed.rewardOrigin,
    parsed.stopReason,
    bytea(contentHash),
    bytea(dedupeKey),
    parsed.steps.length,
    agentTurnCount,
    actionCount,
    aligned.goldActionCount,
    aligned.goldMatch,
    aligned.goldProgress,
    aligned.strip,
    ids.revisionId,
  ]
}

function revisionRow({ id, revisionId, prepared }: PlacedTrajectory) {
  const { parsed, preambleHash } = prepared
  return [revisionId, id, 0, parsed.instance.instruction, preambleHash && bytea(preambleHash), parserVersion]
}

function* stepRows(placed: readonly PlacedTrajectory[]) {
  for (const { revisionId, prepared } of placed)
    for (const [at, step] of prepared.parsed.steps.entries())
      yield [
        revisionId,
        at + 1,
        step.turn,
        bytea(prepared.anchors[at] ?? ''),
        step.rationale,
        step.action?.name ?? null,
        step.action ? new Json(step.action.arguments) : null,
        step.action?.raw ?? null,
        step.actionKind,
        step.observation,
        step.observationKind,
        step.errored,
        step.reward,
        step.loss,
      ]
}

/** Keeps each preamble once. */
export async function ensurePreambles(client: ClientBase, prepared: readonly PreparedTrajectory[]): Promise<void> {
  const wanted = new Map<string, PreambleMessage[]>()
  for (const { preambleHash, parsed } of prepared) if (preambleHash) wanted.set(preambleHash, parsed.preamble)
  if (wanted.size === 0) return
  const { rows } = await client.query<{ hash: string }>(
    `SELECT encode(hash, 'hex') AS hash FROM preamble WHERE hash = ANY($1::bytea[])`,
    [[...wanted.keys()].map(bytea)],
  )
  for (const { hash } of rows) wanted.delete(hash)
  const missing = [...wanted].sort(([a], [b]) => (a < b ? -1 : 1))
  const row = ([hash, messages]: [string, PreambleMessage[]]) => [bytea(hash), new Json(messages)]
  await copyRows(client, 'preamble', ['hash', 'messages'], missing.map(row))
}
