import { type Comparison, carriedOut, equalCalls, sameCall } from './comparison'
import type { Pair } from './needleman-wunsch'
import type { AlignmentRow } from './row'

/** The rows of aligned pairs of steps (row) and gold (column), in order; equal calls in different places are paired. */
export function rowsOf(comparison: Comparison, pairs: readonly Pair[]): AlignmentRow[] {
  return markReordered(gradedRows(comparison, pairs), comparison)
}

function gradedRows(comparison: Comparison, pairs: readonly Pair[]): AlignmentRow[] {
  return pairs.map(({ row, column }) => {
    if (row === null) return { kind: 'missing', grade: 'different', step: null, gold: goldAt(comparison, column) }
    if (column === null) return extraRow(comparison, row)
    return pairedRow(comparison, row, column)
  })
}

const goldAt = ({ gold }: Comparison, column: number) => gold.calls[column]?.at ?? null

function extraRow({ steps }: Comparison, row: number): AlignmentRow {
  const step = steps.calls[row]
  const extra: AlignmentRow = { kind: 'extra', grade: 'different', step: step?.at ?? null, gold: null }
  return step?.readOnly ? { ...extra, readOnly: true } : extra
}

function pairedRow(comparison: Comparison, row: number, column: number): AlignmentRow {
  const places = { step: comparison.steps.calls[row]?.at ?? null, gold: goldAt(comparison, column) }
  if (equalCalls(comparison, row, column)) return { kind: 'match', grade: 'text', ...places }
  if (sameCall(comparison, row, column)) return { kind: 'match', grade: 'arguments', ...places }
  if (carriedOut(comparison, row, column)) return { kind: 'match', grade: 'result', ...places }
  return { kind: 'arguments', grade: 'arguments', ...places }
}

/** Pairs each missing row with an extra row of an equal call, first with first: the call was made in another place. */
function markReordered(rows: readonly AlignmentRow[], { steps, gold }: Comparison): AlignmentRow[] {
  const keyOfStep = new Map(steps.calls.map(({ at, key }) => [at, key]))
  const keyOfGold = new Map(gold.calls.map(({ at, key }) => [at, key]))
  const extras = new Map<string, number[]>()
  rows.forEach(({ kind, step }, at) => {
    const key = kind === 'extra' && step !== null ? keyOfStep.get(step) : undefined
    if (key === undefined) return
    const places = extras.get(key)
    if (places) places.push(at)
    else extras.set(key, [at])
  })
  const marked = rows.map((row) => ({ ...row }))
  rows.forEach(({ kind, gold: place }, at) => {
    const key = kind === 'missing' && place !== null ? keyOfGold.get(place) : undefined
    const other = key === undefined ? undefined : extras.get(key)?.shift()
    if (other !== undefined) pairRows(marked, at, other)
  })
  return marked
}

function pairRows(rows: AlignmentRow[], missing: number, extra: number): void {
  for (const [at, pair] of [
    [missing, extra],
    [extra, missing],
  ] as const) {
    const row = rows[at]
    if (row) rows[at] = { kind: 'reordered', grade: 'text', step: row.step, gold: row.gold, pair }
  }
}
