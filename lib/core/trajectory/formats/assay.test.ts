import { describe, expect, it } from 'vitest'
import { parseRecord } from '../parse'
import { assay } from './assay'
import type { ParseContext } from './format'

const context: ParseContext = { sourceName: 'x.jsonl', ordinal: 0, key: null, header: {}, task: null }
const read = (record: unknown, given = context) =>
  parseRecord(assay, new TextEncoder().encode(JSON.stringify(record)), given)

const full = {
  externalId: 'shop-17',
  task: 'webshop',
  kind: 'trajectory',
  model: 'm',
  method: 'exploration',
  attempt: 2,
  rewardFinal: 0.5,
  rewardMax: 1,
  rewardOrigin: 'recorded',
  stopReason: 'answered',
  preamble: [{ role: 'system', content: 'Shop.', example: true }],
  instance: {
    key: 'goal 17',
    groupKey: 'g',
    clusterKey: 'c',
    instruction: 'Buy flip flops',
    difficulty: 'hard',
    split: 'train',
    gold: [
      {
        origin: 'planner',
        actions: [{ name: 'click', arguments: { target: 'Buy Now' }, raw: 'click[Buy Now]' }],
        answer: null,
      },
    ],
  },
  steps: [
    {
      turn: 1,
      rationale: 'Look first.',
      action: { name: 'search', arguments: { query: 'flip flops' }, raw: 'search[flip flops]' },
      actionKind: 'act',
      observation: '1 result',
      observationKind: 'environment',
      errored: false,
      reward: 0,
      loss: true,
    },
  ],
}

describe('the interchange format', () => {
  it('gives back every field, and neither marker nor truth', () => {
    expect(read({ format: 'assay/1', ...full, truth: { planted: ['x'] } })).toEqual([full])
  })

  it('fills in what may be left out', () => {
    const least = {
      format: 'assay/1',
      externalId: 'a',
      task: ' WebShop ',
      instance: { key: 'k', instruction: '' },
      steps: [{ turn: 1 }],
    }
    expect(read(least)).toMatchObject([
      {
        task: 'webshop',
        method: 'unknown',
        rewardFinal: null,
        stopReason: 'unknown',
        preamble: [],
        steps: [{ turn: 1, action: null, loss: null }],
      },
    ])
    expect(read(least, { ...context, task: 'other' })).toMatchObject([{ task: 'other' }])
  })

  it('keeps what a database could not hold', () => {
    const [parsed] = read({ format: 'assay/1', ...full, externalId: 'a\u0000', model: '\ud800' })
    expect(parsed).toMatchObject({ externalId: 'a\u241b0000', model: '\u241bD800' })
  })

  it.each([
    [{ ...full, steps: undefined }, 'steps'],
    [{ ...full, reward: 1 }, 'Unrecognized key: "reward"'],
    [{ ...full, steps: [{ turn: 0 }] }, 'steps.0.turn'],
    [{ ...full, rewardFinal: '1' }, 'rewardFinal'],
    [{ ...full, method: 'guessing' }, 'method'],
    [[], 'expected object'],
  ])('refuses %j', (record, message) => {
    expect(() => read(Array.isArray(record) ? record : { format: 'assay/1', ...record })).toThrow(message)
  })
})
