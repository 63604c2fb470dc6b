export const rowKinds = ['match', 'arguments', 'extra', 'missing', 'reordered'] as const
export type RowKind = (typeof rowKinds)[number]

/** text: equal after normalising; result: another call with the same result; arguments: the same name. */
export const grades = ['text', 'result', 'arguments', 'different'] as const
export type Grade = (typeof grades)[number]

/** One row of an alignment: a step beside a gold action, or either alone. */
export type AlignmentRow = {
  kind: RowKind
  grade: Grade
  step: number | null // 1-based, as shown
  gold: number | null // 0-based place in the gold sequence
  pair?: number // of a reordered row: the row that holds its other half
  readOnly?: true // of an extra row: it changes nothing, and does not count against precision
}
