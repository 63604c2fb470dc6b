import { describe, expect, it } from 'vitest'
import { dedupeKeyOf, goldHashOf, identify } from './identity'
import type { ParsedTrajectory, Step } from './types'

const step = (rationale: string, change: Partial<Step> = {}): Step => ({
  turn: 1,
  rationale,
  action: { name: 'search', arguments: { q: 'flip flops', page: 1 }, raw: 'search[flip flops]' },
  actionKind: 'act',
  observation: '50 results',
  observationKind: 'environment',
  errored: null,
  reward: null,
  loss: true,
  ...change,
})

const run = (change: Partial<ParsedTrajectory> = {}): ParsedTrajectory => ({
  externalId: 'fixed_12',
  task: 'webshop',
  kind: 'trajectory',
  model: null,
  method: 'unknown',
  attempt: null,
  rewardFinal: 1,
  rewardMax: 1,
  rewardOrigin: 'recorded',
  stopReason: 'answered',
  preamble: [{ role: 'user', content: 'You are shopping.' }],
  instance: {
    key: 'fixed_12',
    groupKey: null,
    clusterKey: null,
    instruction: 'flip flops',
    difficulty: null,
    split: null,
    gold: [],
  },
  steps: [step('I look for them.')],
  ...change,
})

const contentHashOf = (parsed: ParsedTrajectory) => identify(parsed).contentHash
const anchorsOf = (steps: Step[]) => identify(run({ steps })).anchors

describe('the content of a run', () => {
  const hash = contentHashOf(run())

  it.each([
    ['another reward', run({ rewardFinal: 0 })],
    ['another id', run({ externalId: 'x' })],
    ['another loss mask', run({ steps: [step('I look for them.', { loss: null })] })],
    [
      'arguments written in another order',
      run({
        steps: [
          step('I look for them.', {
            action: { name: 'search', arguments: { page: 1, q: 'flip flops' }, raw: 'search[flip flops]' },
          }),
        ],
      }),
    ],
  ])('is the same with %s', (_, other) => {
    expect(contentHashOf(other)).toEqual(hash)
  })

  it.each([
    ['rationale', run({ steps: [step('I look.')] })],
    ['observation', run({ steps: [step('I look for them.', { observation: null })] })],
    ['number of steps', run({ steps: [] })],
    ['preamble', run({ preamble: [] })],
    ['instruction', run({ instance: { ...run().instance, instruction: 'sandals' } })],
  ])('differs with the %s', (_, other) => {
    expect(contentHashOf(other)).not.toEqual(hash)
  })
})

describe('dedupeKeyOf', () => {
  const content = contentHashOf(run())
  const key = dedupeKeyOf('webshop', { model: 'gpt-4' }, 'unknown', content)

  it('is the same for the same run of a named model, whatever file it comes in', () => {
    expect(dedupeKeyOf('webshop', { model: 'gpt-4' }, 'unknown', content)).toEqual(key)
  })

  it.each([
    ['task', dedupeKeyOf('alfworld', { model: 'gpt-4' }, 'unknown', content)],
    ['model', dedupeKeyOf('webshop', { model: 'gpt-3.5' }, 'unknown', content)],
    ['method', dedupeKeyOf('webshop', { model: 'gpt-4' }, 'human', content)],
    ['kind of producer', dedupeKeyOf('webshop', { sourceId: 'gpt-4' }, 'unknown', content)],
  ])('differs with the %s', (_, other) => {
    expect(other).not.toEqual(key)
  })
})

describe('the anchors of steps', () => {
  it('keeps equal steps apart and finds a step again after another was put before it', () => {
    const [first, second] = anchorsOf([step('same'), step('same')])
    expect(first).not.toEqual(second)
    const moved = anchorsOf([step('new'), step('same', { turn: 2 }), step('same', { turn: 3 })])
    expect(moved.slice(1)).toEqual([first, second])
    expect(first).toMatch(/^[0-9a-f]{32}$/)
  })
})

describe('the hash of a preamble', () => {
  it('is null where there is none, and tells examples from what was asked', () => {
    const [asked, example] = [
      { role: 'user', content: 'x' },
      { role: 'user', content: 'x', example: true },
    ]
    expect(identify(run({ preamble: [] })).preambleHash).toBeNull()
    expect(identify(run({ preamble: [asked] })).preambleHash).toMatch(/^[0-9a-f]{64}$/)
    expect(identify(run({ preamble: [example] })).preambleHash).not.toEqual(
      identify(run({ preamble: [asked] })).preambleHash,
    )
  })
})

describe('goldHashOf', () => {
  it('looks at the actions and the answer alone', () => {
    const actions = [{ name: 'execute', arguments: { sql: 'SELECT 1' }, raw: 'SELECT 1' }]
    expect(goldHashOf({ actions, answer: null })).toEqual(
      goldHashOf({ actions: structuredClone(actions), answer: null }),
    )
    expect(goldHashOf({ actions, answer: '1' })).not.toEqual(goldHashOf({ actions, answer: null }))
  })
})
