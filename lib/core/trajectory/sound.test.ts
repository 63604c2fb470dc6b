import { describe, expect, it } from 'vitest'
import { sound } from './sound'
import type { Action, ParsedTrajectory, Step } from './types'

const context = { sourceName: 'x', ordinal: 4, key: null, header: {}, task: null }
const nameless: Action = { name: '', arguments: {}, raw: 'as written' }
const step: Step = {
  turn: 1,
  rationale: null,
  action: nameless,
  actionKind: 'act',
  observation: null,
  observationKind: null,
  errored: null,
  reward: null,
  loss: null,
}
const empty: ParsedTrajectory = {
  externalId: '',
  task: ' WebShop ',
  kind: 'trajectory',
  model: null,
  method: 'unknown',
  attempt: null,
  rewardFinal: null,
  rewardMax: null,
  rewardOrigin: null,
  stopReason: 'unknown',
  preamble: [],
  instance: {
    key: '',
    groupKey: null,
    clusterKey: null,
    instruction: '',
    difficulty: null,
    split: null,
    gold: [{ origin: 'record', actions: [nameless], answer: null }],
  },
  steps: [step],
}

describe('sound', () => {
  it('names what has no name, and keeps it as it was written', () => {
    const unparsed = { name: 'unparsed', arguments: {}, raw: 'as written' }
    expect(sound(empty, context)).toMatchObject({
      externalId: '4',
      task: 'webshop',
      instance: { key: expect.stringMatching(/^unknown [0-9a-f]{16}$/), gold: [{ actions: [unparsed] }] },
      steps: [{ action: unparsed, actionKind: 'unparsed' }],
    })
    expect(sound(empty, { ...context, key: 'k', task: 'Mine' })).toMatchObject({ externalId: 'k', task: 'mine' })
  })

  it('leaves alone what has names', () => {
    const once = sound(empty, context)
    expect(sound(once, context)).toEqual(once)
  })

  it.each([[''], ['x'.repeat(201)]])('refuses a task named %j', (task) => {
    expect(() => sound({ ...empty, task }, context)).toThrow('the task’s name has to be of 1 to 200 characters')
  })
})
