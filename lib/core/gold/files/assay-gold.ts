import { z } from 'zod'
import { checked } from '@/lib/core/trajectory/formats/checked'
import type { GoldFileKind } from './gold-file'

const jsonObject = z.record(z.string(), z.json())
const entry = z.strictObject({
  format: z.literal('assay-gold/1'),
  task: z.string().trim().toLowerCase().min(1),
  key: z.string().min(1),
  instruction: z.string().nullable().default(null),
  actions: z.array(z.strictObject({ name: z.string().min(1), arguments: jsonObject, raw: z.string() })),
  answer: z.string().nullable().default(null),
  difficulty: z.string().nullable().default(null),
  groupKey: z.string().nullable().default(null),
  clusterKey: z.string().nullable().default(null),
})

/** Assay's own: one gold sequence a line, under the instance's key. Several lines of one key are several sequences. */
export const assayGold: GoldFileKind = {
  title: 'Assay gold (format: assay-gold/1)',
  recognise: (value) =>
    typeof value === 'object' && value !== null && 'format' in value && value.format === 'assay-gold/1',
  read: (value) => {
    const { task, key, actions, answer, instruction, difficulty, groupKey, clusterKey } = checked(entry, value)
    return {
      keys: [{ task, by: 'key', value: key }],
      instruction,
      gold: [{ origin: 'gold file', actions, answer }],
      difficulty,
      groupKey,
      clusterKey,
    }
  },
}
