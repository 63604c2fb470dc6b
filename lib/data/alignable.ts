import 'server-only'
import type { ClientBase } from 'pg'
import { z } from 'zod'
import type { Gold, JsonObject, Step } from '@/lib/core/trajectory/types'
import { pool } from '@/lib/data/client'
import { goldActions } from '@/lib/data/gold-actions'

/** A trajectory as far as its alignment needs it. Its steps come without their observations. */
export type Alignable = {
  id: string
  revisionId: string
  taskName: string
  reward: number | null
  threshold: number
  stepCount: number
  strip: string
  steps: Step[]
  gold: (Gold & { id: string })[]
  flaggedSteps: number[]
}

/**
 * Which trajectories: those of a source, one, those of whatever source that attempt what a source attempts, or all. With `staleSince` only those with gold that was never aligned, or
 * by a version of the aligner before it.
 */
export type AlignableScope = { sourceId?: string; trajectoryId?: string; besideSource?: string; staleSince?: number }

type Head = Omit<Alignable, 'steps' | 'gold' | 'flaggedSteps'> & { instanceId: string | null }

const TRAJECTORIES_AT_ONCE = 200
/** A batch ends before it holds more steps than this, or with a single trajectory that has more. */
const STEPS_AT_ONCE = 20_000

/** Gold that has an answer and no actions is nothing to align with. */
const LACKING = `EXISTS (SELECT 1 FROM gold_sequence g
  LEFT JOIN alignment a ON a.gold_id = g.id AND a.revision_id = t.current_revision_id
  WHERE g.instance_id = t.instance_id AND (g.answer IS NULL OR g.actions <> '[]'::jsonb)
    AND (a.version IS NULL OR a.version < $3))`

const IN_SCOPE = `t.deleted_at IS NULL AND t.kind = 'trajectory'
  AND ($1::uuid IS NULL OR t.source_id = $1) AND ($2::uuid IS NULL OR t.id = $2) AND ($3::int IS NULL OR ${LACKING})
  AND ($4::uuid IS NULL OR t.instance_id IN (SELECT instance_id FROM trajectory WHERE source_id = $4))`

const parameters = ({ sourceId, trajectoryId, staleSince, besideSource }: AlignableScope) => [
  sourceId ?? null,
  trajectoryId ?? null,
  staleSince ?? null,
  besideSource ?? null,
]

/** How many trajectories a scope holds. */
export async function countAlignable(scope: AlignableScope): Promise<number> {
  const { rows } = await pool().query<{ count: number }>(
    `SELECT count(*)::int AS count FROM trajectory t WHERE ${IN_SCOPE}`,
    parameters(scope),
  )
  return rows[0]?.count ?? 0
}

/**
 * The next trajectories of a scope in the order of their ids, locked until the transaction ends so that nobody else
 * aligns them meanwhile.
 *
 * @param after  the last id of the batch before; null for the first
 */
export async function lockAlignable(
  client: ClientBase,
  scope: AlignableScope,
  after: string | null,
): Promise<Alignable[]> {
  const { rows } = await client.query<Head>(
    `SELECT t.id, t.current_revision_id AS "revisionId", t.instance_id AS "instanceId", t.strip,
       t.step_count AS "stepCount", coalesce(t.reward_final, t.reward_max) AS reward,
       task.name AS "taskName", task.reward_threshold AS threshold
     FROM trajectory t JOIN task ON task.id = t.task_id
     WHERE ${IN_SCOPE} AND ($5::uuid IS NULL OR t.id > $5)
     ORDER BY t.id LIMIT ${TRAJECTORIES_AT_ONCE} FOR UPDATE OF t`,
    [...parameters(scope), after],
  )
  const heads = withinSteps(rows)
  const [steps, gold, flags] = [await stepsOf(client, heads), await goldOf(client, heads), await flagsOf(client, heads)]
  return heads.map(({ instanceId, ...head }) => ({
    ...head,
    steps: steps.get(head.revisionId) ?? [],
    gold: gold.get(instanceId ?? '') ?? [],
    flaggedSteps: flags.get(head.revisionId) ?? [],
  }))
}

function withinSteps(heads: readonly Head[]): Head[] {
  let steps = 0
  const over = heads.findIndex(({ stepCount }, at) => {
    steps += stepCount
    return at > 0 && steps > STEPS_AT_ONCE
  })
  return over === -1 ? [...heads] : heads.slice(0, over)
}

const json: z.ZodType<JsonObject> = z.record(z.string(), z.json())
const stepRow = z
  .object({
    revisionId: z.string(),
    turn: z.number(),
    name: z.string().nullable(),
    arguments: json.nullable(),
    raw: z.string().nullable(),
    actionKind: z.enum(['act', 'talk', 'think', 'terminal', 'unparsed']).nullable(),
    errored: z.boolean().nullable(),
  })
  .transform(({ revisionId, name, arguments: values, raw, ...step }) => ({
    revisionId,
    step: {
      ...step,
      action: name === null ? null : { name, arguments: values ?? {}, raw: raw ?? '' },
      rationale: null,
      observation: null,
      observationKind: null,
      reward: null,
      loss: null,
    },
  }))

async function stepsOf(client: ClientBase, heads: readonly Head[]): Promise<Map<string, Step[]>> {
  const { rows } = await client.query(
    `SELECT revision_id AS "revisionId", turn, action_name AS name, action_arguments AS arguments, action_raw AS raw,
       action_kind AS "actionKind", errored
     FROM step WHERE revision_id = ANY($1) ORDER BY revision_id, index`,
    [heads.map(({ revisionId }) => revisionId)],
  )
  return grouped(
    z.array(stepRow).parse(rows),
    ({ revisionId }) => revisionId,
    ({ step }) => step,
  )
}

type GoldRow = { id: string; instanceId: string; origin: string; actions: unknown; answer: string | null }

async function goldOf(client: ClientBase, heads: readonly Head[]): Promise<Map<string, Alignable['gold']>> {
  const { rows } = await client.query<GoldRow>(
    `SELECT id, instance_id AS "instanceId", origin, actions, answer
     FROM gold_sequence WHERE instance_id = ANY($1) ORDER BY instance_id, ordinal`,
    [heads.map(({ instanceId }) => instanceId).filter((id) => id !== null)],
  )
  return grouped(
    rows,
    ({ instanceId }) => instanceId,
    ({ id, origin, actions, answer }) => ({ id, origin, actions: goldActions.parse(actions), answer }),
  )
}

type FlagRow = { revisionId: string; step: number }

/** Steps with a flag that nobody has dismissed. */
async function flagsOf(client: ClientBase, heads: readonly Head[]): Promise<Map<string, number[]>> {
  const { rows } = await client.query<FlagRow>(
    `SELECT DISTINCT f.revision_id AS "revisionId", f.step_index AS step FROM flag f
     JOIN revision r ON r.id = f.revision_id
     LEFT JOIN LATERAL (SELECT d.decision FROM flag_decision d
       WHERE d.trajectory_id = r.trajectory_id AND d.detector = f.detector AND d.anchor = f.anchor
         AND d.span_hash = f.span_hash ORDER BY d.created_at DESC, d.id DESC LIMIT 1) last ON true
     WHERE f.revision_id = ANY($1) AND last.decision IS DISTINCT FROM 'dismissed'`,
    [heads.map(({ revisionId }) => revisionId)],
  )
  return grouped(
    rows,
    ({ revisionId }) => revisionId,
    ({ step }) => step,
  )
}

function grouped<Row, Value>(rows: readonly Row[], key: (row: Row) => string, value: (row: Row) => Value) {
  const groups = new Map<string, Value[]>()
  for (const row of rows) {
    const group = groups.get(key(row))
    if (group) group.push(value(row))
    else groups.set(key(row), [value(row)])
  }
  return groups
}
