import { z } from 'zod'
import { type Message, saying } from '../conversation'
import type { Json, JsonObject, ParsedTrajectory } from '../types'
import { checked } from './checked'
import { trajectoriesOf } from './conversation-record'
import type { Format, ParseContext } from './format'
import { firstItem, isObject } from './is-object'

const state = z.object({ url: z.string().nullish(), axtree: z.string().nullish(), html: z.string().nullish() })
const decision = z.object({
  metadata: z.object({ cot: z.string().nullish() }).nullish(),
  action: z.record(z.string(), z.json()),
})
const shape = z.object({
  task_id: z.union([z.string(), z.number()]),
  intent: z.string(),
  source: z.string().nullish(),
  reward: z.number().nullish(),
  trajectory: z.array(z.json()).min(1),
})

/**
 * WebArena trajectories: {task_id, intent, source, trajectory: [state, decision, …]}; a state is a page as an
 * accessibility tree, a decision a thought and an action. Pages are given without their pictures.
 */
export const webArena: Format = {
  name: 'webarena',
  title: 'WebArena',
  input: 'json',
  recognise: (sample) =>
    isObject(sample) && 'intent' in sample && firstItem(sample, 'trajectory') !== null
      ? { sure: true, reason: 'runs with an intent and a trajectory of pages and actions' }
      : null,
  read: readRun,
  completeness: () => ({ prompt: 'missing', menu: 'present', images: 'missing', earlierTurns: 'present' }),
}

function readRun(record: Json, context: ParseContext): ParsedTrajectory[] {
  const { task_id: id, intent, source, reward, trajectory } = checked(shape, record)
  const messages = trajectory.map((each, i) => messageOf(each, i))
  return trajectoriesOf({
    externalId: `${id}`,
    task: context.task ?? 'webarena',
    kind: 'trajectory',
    messages,
    model: source ?? null,
    method: 'exploration',
    reward: reward ?? null,
    instance: { key: `${id}`, instruction: intent },
  })
}

function messageOf(each: Json, i: number): Message {
  if (!isObject(each) || !('action' in each)) {
    const { axtree, html, url } = checked(state, each, ['trajectory', i])
    return saying('environment', 'environment', axtree ?? html ?? url ?? '')
  }
  const { metadata, action } = checked(decision, each, ['trajectory', i])
  const raw =
    typeof action.raw_prediction === 'string' && action.raw_prediction !== ''
      ? action.raw_prediction
      : JSON.stringify(action)
  const name = typeof action.action_name === 'string' ? action.action_name : 'unparsed'
  const rationale = metadata?.cot ? metadata.cot : null
  return {
    ...saying('agent', 'agent', raw),
    said: {
      rationale,
      action: { name, arguments: filled(action), raw },
      kind: name === 'unparsed' ? 'unparsed' : 'act',
    },
  }
}

/** The arguments that say something: WebArena writes every possible one, most of them empty. */
function filled(action: JsonObject): JsonObject {
  const empty = (value: Json) => value === '' || (Array.isArray(value) && value.length === 0)
  const noise = ['action_name', 'action_type', 'raw_prediction', 'page_number']
  return Object.fromEntries(Object.entries(action).filter(([name, value]) => !noise.includes(name) && !empty(value)))
}
