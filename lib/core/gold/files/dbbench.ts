import { z } from 'zod'
import { checked } from '@/lib/core/trajectory/formats/checked'
import { keyPart } from '@/lib/core/trajectory/instance-key'
import type { GoldFileKind } from './gold-file'

const entry = z.object({
  description: z.string(),
  add_description: z.string(),
  label: z.array(z.json()).optional(),
  sql: z.object({ query: z.string() }).optional(),
  type: z.array(z.string()).optional(),
})

/** AgentBench dbbench: found by the question as the prompt words it. Only a third of its items carry gold SQL. */
export const dbbenchGold: GoldFileKind = {
  title: 'AgentBench dbbench (description, add_description, sql)',
  recognise: (value) => entry.safeParse(value).success,
  read: (value) => {
    const { description, add_description: tables, label, sql } = checked(entry, value)
    const instruction = `${description}\n${tables}`
    const actions = sql === undefined ? [] : [{ name: 'execute', arguments: { sql: sql.query }, raw: sql.query }]
    const answer = label === undefined || label.length === 0 ? null : JSON.stringify(label)
    return {
      keys: [{ task: 'dbbench', by: 'instruction', value: keyPart(instruction) }],
      instruction,
      // no SQL does not mean "do nothing": an entry without actions is no gold sequence
      gold: actions.length === 0 ? [] : [{ origin: 'gold file', actions, answer }],
      difficulty: null,
      groupKey: null,
      clusterKey: null,
    }
  },
}
