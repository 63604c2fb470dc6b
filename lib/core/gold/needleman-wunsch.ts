/** What two sequences are aligned by: 0 keeps a pair apart, otherwise more is better. Whole numbers. */
export type Weight = (row: number, column: number) => number

/** Aligned places of two sequences, in order: both, or one of them alone. */
export type Pair = { row: number; column: number } | { row: number; column: null } | { row: null; column: number }

const both = 1
const columnAlone = 2
const rowAlone = 3

/** Above so many cells the table is cut in two until the parts are smaller: memory stays linear. */
const largestTable = 1 << 26

/**
 * Global alignment of greatest total weight, gaps costing nothing (Needleman and Wunsch 1970, J. Mol. Biol. 48:443-453;
 * in linear memory for large tables: Hirschberg 1975, CACM 18:341-343). Of several best alignments it always gives the
 * same one: it pairs as early as it can, and then puts columns before rows.
 *
 * @param rows     length of the first sequence
 * @param columns  length of the second
 */
export function alignSequences(rows: number, columns: number, weight: Weight, tableSize = largestTable): Pair[] {
  const pairs: Pair[] = []
  alignPart({ top: 0, bottom: rows, left: 0, right: columns }, weight, tableSize, pairs)
  return pairs
}

type Part = { top: number; bottom: number; left: number; right: number }

function alignPart(part: Part, weight: Weight, tableSize: number, pairs: Pair[]): void {
  const height = part.bottom - part.top
  const width = part.right - part.left
  if (height < 2 || (height + 1) * (width + 1) <= tableSize) {
    trace(part, weight, pairs)
    return
  }
  const middle = part.top + (height >> 1)
  const above = scoresFromTop({ ...part, bottom: middle }, weight)
  const below = scoresFromBottom({ ...part, top: middle }, weight)
  let cut = 0
  let best = -1
  for (let at = 0; at <= width; at += 1) {
    const score = (above[at] ?? 0) + (below[at] ?? 0)
    if (score > best) {
      best = score
      cut = at
    }
  }
  alignPart({ ...part, bottom: middle, right: part.left + cut }, weight, tableSize, pairs)
  alignPart({ ...part, top: middle, left: part.left + cut }, weight, tableSize, pairs)
}

/** Fills the table from its end, so that following it from the start meets early pairs first. */
function trace({ top, bottom, left, right }: Part, weight: Weight, pairs: Pair[]): void {
  const width = right - left
  const moves = new Uint8Array((bottom - top + 1) * (width + 1))
  let below = new Float64Array(width + 1)
  let scores = new Float64Array(width + 1)
  for (let row = bottom - 1; row >= top; row -= 1) {
    const line = (row - top) * (width + 1)
    scores[width] = 0
    let beside = 0
    for (let at = width - 1; at >= 0; at -= 1) {
      const under = below[at] ?? 0
      const pair = weight(row, left + at)
      const paired = pair > 0 ? pair + (below[at + 1] ?? 0) : -1
      let move = columnAlone
      if (under > beside) {
        move = rowAlone
        beside = under
      }
      if (paired >= beside) {
        move = both
        beside = paired
      }
      moves[line + at] = move
      scores[at] = beside
    }
    const spare = below
    below = scores
    scores = spare
  }
  follow(moves, { top, bottom, left, right }, pairs)
}

function follow(moves: Uint8Array, { top, bottom, left, right }: Part, pairs: Pair[]): void {
  let row = top
  let column = left
  while (row < bottom && column < right) {
    const move = moves[(row - top) * (right - left + 1) + column - left]
    if (move === both) pairs.push({ row: row++, column: column++ })
    else if (move === rowAlone) pairs.push({ row: row++, column: null })
    else pairs.push({ row: null, column: column++ })
  }
  while (column < right) pairs.push({ row: null, column: column++ })
  while (row < bottom) pairs.push({ row: row++, column: null })
}

/** Best total of the part's rows with its first 0, 1, 2 … columns. */
function scoresFromTop({ top, bottom, left, right }: Part, weight: Weight): Float64Array {
  const scores = new Float64Array(right - left + 1)
  for (let row = top; row < bottom; row += 1) {
    let diagonal = 0
    for (let at = 1; at < scores.length; at += 1) {
      const before = scores[at] ?? 0
      const pair = weight(row, left + at - 1)
      scores[at] = Math.max(before, scores[at - 1] ?? 0, pair > 0 ? diagonal + pair : 0)
      diagonal = before
    }
  }
  return scores
}

/** Best total of the part's rows with its columns from the 0th, 1st, 2nd … on. */
function scoresFromBottom({ top, bottom, left, right }: Part, weight: Weight): Float64Array {
  const scores = new Float64Array(right - left + 1)
  for (let row = bottom - 1; row >= top; row -= 1) {
    let diagonal = 0
    for (let at = scores.length - 2; at >= 0; at -= 1) {
      const before = scores[at] ?? 0
      const pair = weight(row, left + at)
      scores[at] = Math.max(before, scores[at + 1] ?? 0, pair > 0 ? diagonal + pair : 0)
      diagonal = before
    }
  }
  return scores
}
