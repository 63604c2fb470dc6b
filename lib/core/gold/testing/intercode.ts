import { z } from 'zod'
import type { ParseContext } from '@/lib/core/trajectory/formats/format'
import { intercode } from '@/lib/core/trajectory/formats/intercode'
import { knowTask } from '@/lib/core/trajectory/tasks'
import type { Action, Step } from '@/lib/core/trajectory/types'

export const intercodeRules = knowTask('intercode-sql').rules

export type IntercodeRun = { task: number; model: string; solved: boolean; steps: Step[] }

/** What an adapter is told of a record when nothing but the file's name is known. */
export const recordContext = (sourceName: string): ParseContext => ({
  sourceName,
  ordinal: 0,
  key: null,
  header: {},
  task: null,
})

/** The SQL runs of one published file. */
export function intercodeRuns(file: unknown, model: string): IntercodeRun[] {
  const records = Object.values(z.record(z.string(), z.json()).parse(file))
  return records
    .flatMap((record) => intercode.read(record, recordContext('ic_sql.json')))
    .map(({ externalId, rewardMax, steps }) => ({ task: Number(externalId), model, solved: rewardMax === 1, steps }))
}

/** The gold statements of Spider's development set, by task_id. */
export function spiderGold(file: unknown): Action[] {
  const gold = z.array(z.object({ gold: z.string() })).parse(file)
  return gold.map(({ gold: sql }) => ({ name: 'execute', arguments: { sql }, raw: sql }))
}
