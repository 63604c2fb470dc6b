import * as fc from 'fast-check'
import type { Action, JsonObject, Step } from '@/lib/core/trajectory/types'
import type { AlignRules } from '../rules'

/** An action written as name[arguments]. */
export function action(name: string, values: JsonObject = {}): Action {
  return { name, arguments: values, raw: `${name}[${Object.values(values).join(', ')}]` }
}

/** A step that carries out an action. */
export function step(made: Action | null, more: Partial<Step> = {}): Step {
  return {
    turn: 1,
    rationale: null,
    action: made,
    actionKind: made === null ? null : 'act',
    observation: null,
    observationKind: null,
    errored: false,
    reward: null,
    loss: null,
    ...more,
  }
}

export const episode = (...actions: Action[]): Step[] => actions.map((made) => step(made))

/** A task whose `get` reads, whose `say` talks and whose `submit` ends. */
export const toolRules: AlignRules = {
  normaliser: 'tool-call',
  readOnly: ['get'],
  terminal: ['submit'],
  talk: ['say'],
  think: ['think'],
}

/** Actions from a small alphabet, so that equal calls, equal names and repetitions are frequent. */
export const anyAction = fc
  .record({
    name: fc.constantFrom('set', 'put', 'get'),
    values: fc.dictionary(fc.constantFrom('a', 'b'), fc.integer({ min: 0, max: 1 }), { maxKeys: 2 }),
  })
  .map(({ name, values }) => action(name, values))

export const anyActions = fc.array(anyAction, { maxLength: 9 })

/** Steps of all kinds: actions that succeed or fail, talk, thought, an ending, and none. */
export const anyStep = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(anyAction, fc.boolean()).map(([made, errored]) => step(made, { errored })) },
  { weight: 1, arbitrary: fc.constantFrom('say', 'think', 'submit').map((name) => step(action(name))) },
  { weight: 1, arbitrary: fc.constant(step(null)) },
)

export const anySteps = fc.array(anyStep, { maxLength: 12 })
