import 'server-only'
import type { ClientBase } from 'pg'
import { v7 } from 'uuid'
import type { Gold, Instance } from '@/lib/core/trajectory/types'
import { bytea } from '@/lib/data/bytea'
import { copyRows, Json } from '@/lib/data/copy'
import { goldActions } from '@/lib/data/gold-actions'

/** What a trajectory says of its problem. Its gold comes with the hash of each sequence. */
export type WantedInstance = { taskId: string; instance: Instance; goldHashes: readonly string[] }

export type StoredGold = Gold & { id: string }
export type StoredInstance = { id: string; gold: StoredGold[] }

type Held = StoredInstance & { hashes: Set<string>; lastOrdinal: number }

const GOLD_COLUMNS = ['id', 'instance_id', 'ordinal', 'origin', 'actions', 'answer', 'content_hash']
const INSTANCE_COLUMNS = ['id', 'task_id', 'key', 'group_key', 'cluster_key', 'instruction', 'difficulty', 'split']

/** How `ensureInstances` names an instance in what it returns. */
export const instanceName = ({ taskId, instance }: Pick<WantedInstance, 'taskId' | 'instance'>) =>
  `${taskId} ${instance.key}`

/**
 * The instances that these trajectories attempt, each with all the gold that is known for it, in order. New ones and new
 * gold are added; what an instance did not know before (difficulty, group, split) is filled in, what it knew stays.
 */
export async function ensureInstances(
  client: ClientBase,
  wanted: readonly WantedInstance[],
): Promise<Map<string, StoredInstance>> {
  const distinct = [...new Map(wanted.map((each) => [instanceName(each), each])).entries()].sort(byName)
  const held = await findInstances(
    client,
    distinct.map(([, each]) => each),
  )
  const added = distinct.filter(([name]) => !held.has(name))
  for (const [name] of added) held.set(name, { id: v7(), gold: [], hashes: new Set(), lastOrdinal: -1 })
  await copyRows(client, 'instance', INSTANCE_COLUMNS, instanceRows(added, held))
  await fillIn(client, wanted, held)
  await copyRows(client, 'gold_sequence', GOLD_COLUMNS, newGold(wanted, held))
  return held
}

const byName = ([a]: [string, unknown], [b]: [string, unknown]) => (a < b ? -1 : 1)

async function findInstances(client: ClientBase, wanted: readonly WantedInstance[]): Promise<Map<string, Held>> {
  const { rows } = await client.query<{ id: string; taskId: string; key: string }>(
    `SELECT id, task_id AS "taskId", key FROM instance
     JOIN unnest($1::uuid[], $2::text[]) AS wanted (task, name) ON task_id = task AND key = name`,
    [wanted.map(({ taskId }) => taskId), wanted.map(({ instance }) => instance.key)],
  )
  const byId = new Map<string, Held>()
  const held = new Map<string, Held>()
  for (const { id, taskId, key } of rows) {
    const one: Held = { id, gold: [], hashes: new Set(), lastOrdinal: -1 }
    byId.set(id, one)
    held.set(`${taskId} ${key}`, one)
  }
  if (byId.size > 0) await readGold(client, byId)
  return held
}

type GoldRow = {
  id: string
  instanceId: string
  ordinal: number
  origin: string
  actions: unknown
  answer: string | null
  hash: string
}

async function readGold(client: ClientBase, byId: Map<string, Held>): Promise<void> {
  const { rows } = await client.query<GoldRow>(
    `SELECT id, instance_id AS "instanceId", ordinal, origin, actions, answer, encode(content_hash, 'hex') AS hash
     FROM gold_sequence WHERE instance_id = ANY($1) ORDER BY instance_id, ordinal`,
    [[...byId.keys()]],
  )
  for (const { id, instanceId, ordinal, origin, actions, answer, hash } of rows) {
    const held = byId.get(instanceId)
    if (!held) continue
    held.gold.push({ id, origin, actions: goldActions.parse(actions), answer })
    held.hashes.add(hash)
    held.lastOrdinal = ordinal
  }
}

function* instanceRows(added: readonly [string, WantedInstance][], held: Map<string, Held>) {
  for (const [name, { taskId, instance }] of added) {
    const { key, groupKey, clusterKey, instruction, difficulty, split } = instance
    yield [held.get(name)?.id ?? null, taskId, key, groupKey, clusterKey, instruction, difficulty, split]
  }
}

/** Adds to what is held every sequence that it lacks, and yields its row. */
function* newGold(wanted: readonly WantedInstance[], held: Map<string, Held>) {
  for (const each of wanted) {
    const one = held.get(instanceName(each))
    if (!one) continue
    for (const [at, gold] of each.instance.gold.entries()) {
      const hash = each.goldHashes[at]
      if (hash === undefined || one.hashes.has(hash)) continue
      one.hashes.add(hash)
      one.lastOrdinal += 1
      const id = v7()
      one.gold.push({ ...gold, id })
      yield [id, one.id, one.lastOrdinal, gold.origin, new Json(gold.actions), gold.answer, bytea(hash)]
    }
  }
}

/** Where a later record knows more of a problem than the one that brought it. */
async function fillIn(client: ClientBase, wanted: readonly WantedInstance[], held: Map<string, Held>): Promise<void> {
  const telling = wanted.filter(
    ({ instance }) => instance.difficulty ?? instance.groupKey ?? instance.clusterKey ?? instance.split,
  )
  if (telling.length === 0) return
  await client.query(
    `UPDATE instance SET difficulty = coalesce(difficulty, d), group_key = coalesce(group_key, g),
       cluster_key = coalesce(cluster_key, c), split = coalesce(split, s)
     FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[]) AS told (i, d, g, c, s)
     WHERE id = i AND (difficulty IS NULL AND d IS NOT NULL OR group_key IS NULL AND g IS NOT NULL
       OR cluster_key IS NULL AND c IS NOT NULL OR split IS NULL AND s IS NOT NULL)`,
    [
      telling.map((each) => held.get(instanceName(each))?.id),
      telling.map(({ instance }) => instance.difficulty),
      telling.map(({ instance }) => instance.groupKey),
      telling.map(({ instance }) => instance.clusterKey),
      telling.map(({ instance }) => instance.split),
    ],
  )
}
