import { z } from 'zod'
import type { Action, Step } from '@/lib/core/trajectory/types'
import type { AlignRules } from '../rules'
import { step } from './episode'

export const intercodeRules: AlignRules = {
  normaliser: 'sql',
  readOnly: [],
  terminal: ['submit'],
  talk: [],
  think: [],
}

const run = z.object({
  task_id: z.number(),
  turn_history: z.object({
    actions: z.array(z.string()),
    observations: z.array(z.string()),
    valid_action: z.array(z.boolean()),
  }),
  summary: z.object({ max_reward: z.number() }),
})

const act = (text: string): Action => ({
  name: /^\s*submit/.test(text) ? 'submit' : 'execute',
  arguments: {},
  raw: text,
})

export type IntercodeRun = { task: number; model: string; solved: boolean; steps: Step[] }

/** The SQL runs of one published file, with the text of each action as it was written. */
export function intercodeRuns(file: unknown, model: string): IntercodeRun[] {
  const runs = Object.values(z.record(z.string(), run).parse(file))
  return runs.map(({ task_id, turn_history: { actions, observations, valid_action }, summary }) => ({
    task: task_id,
    model,
    solved: summary.max_reward === 1,
    steps: actions.map((text, at) =>
      step(act(text), { observation: observations[at] ?? null, errored: valid_action[at] === false }),
    ),
  }))
}

/** The gold statements of Spider's development set, by task_id. */
export function spiderGold(file: unknown): Action[] {
  const gold = z.array(z.object({ gold: z.string() })).parse(file)
  return gold.map(({ gold: sql }) => ({ name: 'execute', arguments: {}, raw: sql }))
}
