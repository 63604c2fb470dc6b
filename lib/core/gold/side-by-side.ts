import type { AlignmentRow } from './row'

/** A line of the reader: a step, a row of the alignment, or both. `at` is the row's place in the alignment. */
export type SideBySide = { step: number | null; row: AlignmentRow | null; at: number | null }

/**
 * Every step once and every row once, in the order of the strip: gold that no step carried out stands before whatever
 * comes next, steps that no row speaks of (talk, thought, no gold) stand in their own place.
 *
 * @param window  the steps on the page, 1-based, both ends included; rows beside steps outside it are left out, those
 *                without a step go with the step that follows them, the last ones with the last step
 * @param stepCount  of the whole episode
 */
export function sideBySide(
  rows: readonly AlignmentRow[],
  window: { from: number; to: number },
  stepCount: number,
): SideBySide[] {
  const lines: SideBySide[] = []
  let waiting: SideBySide[] = []
  let written = 0
  const inWindow = (step: number) => step >= window.from && step <= window.to
  const place = (step: number, line: SideBySide) => {
    if (inWindow(step)) lines.push(...waiting, line)
    waiting = []
    written = step
  }
  const placeUnaligned = (before: number) => {
    for (let step = written + 1; step < before; step += 1) place(step, { step, row: null, at: null })
  }
  for (const [at, row] of rows.entries()) {
    if (row.step === null) waiting.push({ step: null, row, at })
    else {
      placeUnaligned(row.step)
      place(row.step, { step: row.step, row, at })
    }
  }
  placeUnaligned(stepCount + 1)
  return window.to >= stepCount ? [...lines, ...waiting] : lines
}
