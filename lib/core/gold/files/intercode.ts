import { z } from 'zod'
import { checked } from '@/lib/core/trajectory/formats/checked'
import { goldOf } from '@/lib/core/trajectory/formats/intercode-gold'
import { datasetOf } from '@/lib/core/trajectory/formats/intercode-names'
import { keyPart } from '@/lib/core/trajectory/instance-key'
import type { GoldFileKind } from './gold-file'

const entry = z.object({
  query: z.string(),
  gold: z.string(),
  task_id: z.union([z.number(), z.string()]).optional(),
  db: z.string().optional(),
  hardness: z.string().optional(),
  difficulty: z.string().optional(),
})
type Entry = z.infer<typeof entry>

/**
 * InterCode's gold: a list whose place is the runs' task_id. hardness is the difficulty, the database the cluster, and
 * questions with the same database and the same gold are one group: Spider's 1,034 questions are 551.
 */
export const intercodeGold: GoldFileKind = {
  title: 'InterCode (query, gold)',
  recognise: (value) => entry.safeParse(value).success,
  read: (value, at, fileName) => {
    const given = checked(entry, value)
    const { query, gold, db } = given
    const dataset = datasetOf(fileName, '')
    const task = taskOf(dataset, given)
    const place = `${given.task_id ?? at}`
    return {
      keys: [
        { task, by: 'key', value: `${dataset}/${place}` },
        { task, by: 'place', value: place },
      ],
      instruction: query,
      gold: [goldOf(task, gold, 'gold file')],
      difficulty: given.hardness ?? given.difficulty ?? null,
      groupKey: db === undefined ? null : keyPart(`${db}: ${gold.toLowerCase()}`),
      clusterKey: db ?? null,
    }
  },
}

function taskOf(dataset: string, { db }: Entry): string {
  if (db !== undefined) return 'intercode-sql'
  if (dataset.startsWith('ctf')) return 'intercode-ctf'
  return dataset.startsWith('mbpp') ? 'intercode-python' : 'intercode-bash'
}
