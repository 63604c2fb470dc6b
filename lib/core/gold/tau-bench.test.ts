import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Action, JsonObject, Step } from '@/lib/core/trajectory/types'
import { align } from './align'
import type { AlignRules } from './rules'

const file = resolve(process.env.ASSAY_REAL_DATA ?? '../shared/data', 'tau_bench/gpt-4o-airline.json')

const argumentsText = z.string().transform((text): JsonObject => z.record(z.string(), z.json()).parse(JSON.parse(text)))
const message = z.object({
  role: z.string(),
  content: z.string().nullish(),
  tool_call_id: z.string().optional(),
  tool_calls: z
    .array(z.object({ id: z.string(), function: z.object({ name: z.string(), arguments: argumentsText }) }))
    .nullish(),
})
const run = z.object({
  reward: z.number(),
  info: z.object({
    task: z.object({ actions: z.array(z.object({ name: z.string(), kwargs: z.record(z.string(), z.json()) })) }),
  }),
  traj: z.array(message),
})

const rules: AlignRules = {
  normaliser: 'tool-call',
  readOnly: [
    'get_user_details',
    'get_reservation_details',
    'search_direct_flight',
    'search_onestop_flight',
    'list_all_airports',
    'calculate',
    'transfer_to_human_agents',
  ],
  terminal: [],
  talk: ['respond'],
  think: ['think'],
}

function stepsOf(traj: z.infer<typeof run>['traj']): Step[] {
  const answers = new Map(traj.map((each) => [each.tool_call_id, each.content ?? '']))
  return traj.flatMap((each, at) =>
    (each.tool_calls ?? []).map(({ id, function: call }) => ({
      turn: at + 1,
      rationale: null,
      action: { name: call.name, arguments: call.arguments, raw: call.name },
      actionKind: null,
      observation: answers.get(id) ?? null,
      observationKind: 'environment' as const,
      errored: (answers.get(id) ?? '').startsWith('Error'),
      reward: null,
      loss: null,
    })),
  )
}

// The known answers of the alignment, counted over the published gpt-4o runs of tau-bench airline.
describe.skipIf(!existsSync(file))('tau-bench airline, 200 runs', () => {
  const runs = existsSync(file) ? z.array(run).parse(JSON.parse(readFileSync(file, 'utf8'))) : []
  const aligned = runs.map(({ reward, info, traj }) => {
    const gold: Action[] = info.task.actions.map(({ name, kwargs }) => ({ name, arguments: kwargs, raw: name }))
    return { rewarded: reward === 1, ...align(stepsOf(traj), gold, rules) }
  })
  const count = (test: (each: (typeof aligned)[number]) => boolean) => aligned.filter(test).length

  it('has 28 runs whose gold is to do nothing', () => {
    expect(runs).toHaveLength(200)
    expect(count(({ empty }) => empty)).toBe(28)
  })

  it.each([
    ['exact', 12, 12],
    ['inOrder', 48, 35],
    ['anyOrder', 48, 35],
  ] as const)('%s: %i of the 172 with gold, %i of the 62 of these with reward', (mode, all, rewarded) => {
    expect(count((each) => each[mode] === true)).toBe(all)
    expect(count((each) => each[mode] === true && each.rewarded)).toBe(rewarded)
    expect(count((each) => !each.empty && each.rewarded)).toBe(62)
  })

  it('tells reward by the successful writes', () => {
    expect(count(({ rewarded }) => rewarded)).toBe(84)
    expect(count(({ rewarded, stateChanging }) => rewarded && stateChanging)).toBeGreaterThanOrEqual(82)
    expect(count(({ rewarded, stateChanging }) => !rewarded && stateChanging)).toBeLessThanOrEqual(4)
  })
})
