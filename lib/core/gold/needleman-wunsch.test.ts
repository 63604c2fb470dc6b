import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alignSequences, type Pair, type Weigh } from './needleman-wunsch'

const tables = fc.tuple(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 0, max: 7 })).chain(([rows, columns]) =>
  fc
    .array(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    })
    .map((weights) => ({ rows, columns, weight: (row: number, column: number) => weights[row]?.[column] ?? 0 })),
)

type Weight = (row: number, column: number) => number

const weighing =
  (weight: Weight): Weigh =>
  (row, left, weights) => {
    for (let at = 0; at < weights.length; at += 1) weights[at] = weight(row, left + at)
  }

const total = (pairs: readonly Pair[], weight: Weight) =>
  pairs.reduce((sum, { row, column }) => sum + (row === null || column === null ? 0 : weight(row, column)), 0)

/** The greatest total by trying every alignment. */
function triedOut(rows: number, columns: number, weight: Weight, row = 0, column = 0): number {
  if (row === rows || column === columns) return 0
  return Math.max(
    triedOut(rows, columns, weight, row + 1, column),
    triedOut(rows, columns, weight, row, column + 1),
    weight(row, column) + triedOut(rows, columns, weight, row + 1, column + 1),
  )
}

describe('alignSequences', () => {
  it('keeps both orders, holds everything once and has the greatest total', () => {
    fc.assert(
      fc.property(tables, ({ rows, columns, weight }) => {
        const pairs = alignSequences(rows, columns, weighing(weight))
        expect(pairs.flatMap(({ row }) => row ?? [])).toEqual(Array.from({ length: rows }, (_, at) => at))
        expect(pairs.flatMap(({ column }) => column ?? [])).toEqual(Array.from({ length: columns }, (_, at) => at))
        expect(total(pairs, weight)).toBe(triedOut(rows, columns, weight))
      }),
    )
  })

  it('reaches the same total in linear memory', () => {
    fc.assert(
      fc.property(tables, ({ rows, columns, weight }) => {
        const pairs = alignSequences(rows, columns, weighing(weight), 1)
        expect(pairs.flatMap(({ row }) => row ?? [])).toEqual(Array.from({ length: rows }, (_, at) => at))
        expect(pairs.flatMap(({ column }) => column ?? [])).toEqual(Array.from({ length: columns }, (_, at) => at))
        expect(total(pairs, weight)).toBe(total(alignSequences(rows, columns, weighing(weight)), weight))
      }),
    )
  })

  it('never pairs what weighs nothing', () => {
    expect(alignSequences(1, 1, (_, __, weights) => void weights.fill(0))).toEqual([
      { row: null, column: 0 },
      { row: 0, column: null },
    ])
  })
})
