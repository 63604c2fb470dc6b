import 'server-only'
import type { ClientBase } from 'pg'
import { v7 } from 'uuid'
import { knowTask } from '@/lib/core/trajectory/tasks'

export type StoredTask = { id: string; name: string; rewardThreshold: number }

/** The tasks of these names, added with what is known of them where they are new. */
export async function ensureTasks(client: ClientBase, names: Iterable<string>): Promise<Map<string, StoredTask>> {
  // In one order everywhere, so that two imports that add the same tasks never wait for each other in a circle.
  const wanted = [...new Set(names)].sort()
  const found = await findTasks(client, wanted)
  const missing = wanted.filter((name) => !found.has(name))
  if (missing.length === 0) return found
  for (const name of missing) {
    const { title, skill, component, rewardKind, rewardThreshold, heldOut, grammar, difficulties } = knowTask(name)
    await client.query(
      `INSERT INTO task (id, name, title, skill, component, reward_kind, reward_threshold, held_out, grammar, difficulties)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (name) DO NOTHING`,
      [v7(), name, title, skill, component, rewardKind, rewardThreshold, heldOut, grammar, difficulties],
    )
  }
  return findTasks(client, wanted)
}

async function findTasks(client: ClientBase, names: readonly string[]): Promise<Map<string, StoredTask>> {
  const { rows } = await client.query<StoredTask>(
    `SELECT id, name, reward_threshold AS "rewardThreshold" FROM task WHERE name = ANY($1)`,
    [names],
  )
  return new Map(rows.map((task) => [task.name, task]))
}
