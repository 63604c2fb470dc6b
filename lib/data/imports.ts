import 'server-only'
import type { PoolClient } from 'pg'
import { v7 } from 'uuid'
import { alignTrajectory } from '@/lib/core/gold/align-trajectory'
import { type Chunk, type DecidedRecord, decide } from '@/lib/core/trajectory/chunk'
import type { PreparedTrajectory } from '@/lib/core/trajectory/prepare'
import { knowTask } from '@/lib/core/trajectory/tasks'
import { copyAlignments } from '@/lib/data/alignments'
import { bytea } from '@/lib/data/bytea'
import { inConnection } from '@/lib/data/client'
import { copyTrajectories, ensurePreambles, type PlacedTrajectory } from '@/lib/data/imported-trajectories'
import { ensureInstances, instanceName, type StoredInstance } from '@/lib/data/instances'
import { copyRecords } from '@/lib/data/records'
import { ensureTasks, type StoredTask } from '@/lib/data/tasks'

/** Two imports may bring the same instance or run at the same moment; the second then finds what the first wrote. */
const COLLISIONS = new Set(['23505', '40P01', '40001'])
const ATTEMPTS = 6

/**
 * written: the chunk is in the store. superseded: somebody else has written from this offset on, or the source is gone,
 * and nothing was changed.
 */
export type Commitment = 'written' | 'superseded'

/**
 * Writes a chunk of a source: its records, their trajectories with steps and alignments, the counts and the place where
 * reading goes on, all in one transaction that holds the source's row. Doing it twice changes nothing.
 */
export async function commitChunk(sourceId: string, chunk: Chunk): Promise<Commitment> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await inConnection((client) => writeChunk(client, sourceId, chunk))
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : ''
      if (!COLLISIONS.has(code) || attempt === ATTEMPTS) throw error
    }
  }
}

async function writeChunk(client: PoolClient, sourceId: string, chunk: Chunk): Promise<Commitment> {
  const { rows } = await client.query<{ next: string }>(
    `SELECT next_offset AS next FROM source WHERE id = $1 AND deleted_at IS NULL FOR UPDATE`,
    [sourceId],
  )
  const next = rows[0] ? Number(rows[0].next) : null
  if (next === chunk.after.offset && chunk.from !== next) return 'written'
  if (next !== chunk.from) return 'superseded'

  const decided = decide(chunk.records, await knownKeys(client, chunk))
  const fresh = decided.flatMap((each) => each.fresh)
  const tasks = await ensureTasks(
    client,
    fresh.map(({ parsed }) => parsed.task),
  )
  const instances = await ensureInstances(client, wantedInstances(fresh, tasks))
  await ensurePreambles(client, fresh)
  const placed = [...place(sourceId, decided, tasks, instances)]
  await copyRecords(client, sourceId, decided)
  await copyTrajectories(
    client,
    placed.map(({ trajectory }) => trajectory),
  )
  await copyAlignments(client, alignmentsOf(placed))
  await account(client, sourceId, chunk, decided, placed)
  return 'written'
}

async function knownKeys(client: PoolClient, { records }: Chunk): Promise<Set<string>> {
  const keys = records.flatMap(({ trajectories }) => trajectories.map(({ dedupeKey }) => dedupeKey))
  const { rows } = await client.query<{ key: string }>(
    `SELECT encode(dedupe_key, 'hex') AS key FROM trajectory
     WHERE dedupe_key = ANY($1::bytea[]) AND deleted_at IS NULL`,
    [keys.map(bytea)],
  )
  return new Set(rows.map(({ key }) => key))
}

function taskOf(prepared: PreparedTrajectory, tasks: ReadonlyMap<string, StoredTask>): StoredTask {
  const task = tasks.get(prepared.parsed.task)
  if (!task) throw new Error(`the task ${prepared.parsed.task} was not stored`)
  return task
}

function wantedInstances(fresh: readonly PreparedTrajectory[], tasks: ReadonlyMap<string, StoredTask>) {
  return fresh.map((prepared) => ({
    taskId: taskOf(prepared, tasks).id,
    instance: prepared.parsed.instance,
    goldHashes: prepared.goldHashes,
  }))
}

type Placed = { trajectory: PlacedTrajectory; instance: StoredInstance }

function* place(
  sourceId: string,
  decided: readonly DecidedRecord[],
  tasks: ReadonlyMap<string, StoredTask>,
  instances: ReadonlyMap<string, StoredInstance>,
): Generator<Placed> {
  for (const { record, fresh } of decided)
    for (const prepared of fresh) {
      const { parsed } = prepared
      const task = taskOf(prepared, tasks)
      const instance = instances.get(instanceName({ taskId: task.id, instance: parsed.instance }))
      if (!instance) throw new Error(`the instance ${parsed.instance.key} was not stored`)
      const reward = { reward: parsed.rewardFinal ?? parsed.rewardMax, threshold: task.rewardThreshold }
      const aligned = alignTrajectory(parsed.steps, instance.gold, knowTask(task.name).rules, reward)
      const ids = { id: v7(), revisionId: v7(), sourceId, recordOrdinal: record.ordinal }
      yield { instance, trajectory: { ...ids, taskId: task.id, instanceId: instance.id, prepared, aligned } }
    }
}

function* alignmentsOf(placed: readonly Placed[]) {
  for (const { trajectory, instance } of placed)
    yield {
      revisionId: trajectory.revisionId,
      goldIds: instance.gold.map(({ id }) => id),
      alignments: trajectory.aligned.alignments,
    }
}

async function account(
  client: PoolClient,
  sourceId: string,
  chunk: Chunk,
  decided: readonly DecidedRecord[],
  placed: readonly Placed[],
): Promise<void> {
  const outcomes = (outcome: string) => decided.filter((each) => each.outcome === outcome).length
  const sum = (count: (each: Placed) => number) => placed.reduce((total, each) => total + count(each), 0)
  await client.query(
    `UPDATE source SET next_offset = $2, scan = jsonb_set(scan, '{state}', $3),
       record_count = record_count + $4, imported_count = imported_count + $5,
       duplicate_count = duplicate_count + $6, quarantined_count = quarantined_count + $7,
       trajectory_count = trajectory_count + $8, gold_linked_count = gold_linked_count + $9,
       agent_turn_count = agent_turn_count + $10, action_count = action_count + $11
     WHERE id = $1`,
    [
      sourceId,
      chunk.after.offset,
      JSON.stringify(chunk.after),
      decided.length,
      outcomes('imported'),
      outcomes('duplicate'),
      outcomes('quarantined'),
      placed.length,
      sum(({ instance }) => (instance.gold.length > 0 ? 1 : 0)),
      sum(({ trajectory }) => trajectory.prepared.agentTurnCount),
      sum(({ trajectory }) => trajectory.prepared.actionCount),
    ],
  )
}
