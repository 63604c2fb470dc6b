/**
 * What two sequences are aligned by: writes the weights of a row with the columns from `left` on into `weights`, whose
 * length says how many. 0 keeps a pair apart, otherwise more is better. An alignment's weights must add up to less than
 * 2^31.
 */
export type Weigh = (row: number, left: number, weights: Int32Array) => void

/** Aligned places of two sequences, in order: both, or one of them alone. */
export type Pair = { row: number; column: number } | { row: number; column: null } | { row: null; column: number }

/** Above so many cells the table is cut in two until the parts are smaller: memory stays linear. */
const largestTable = 1 << 25

/**
 * Global alignment of greatest total weight, gaps costing nothing (Needleman and Wunsch 1970, J. Mol. Biol. 48:443-453;
 * in linear memory for large tables: Hirschberg 1975, CACM 18:341-343). Of several best alignments it always gives the
 * same one: it pairs as early as it can, and then puts columns before rows.
 *
 * @param rows     length of the first sequence
 * @param columns  length of the second
 */
export function alignSequences(rows: number, columns: number, weigh: Weigh, tableSize = largestTable): Pair[] {
  const pairs: Pair[] = []
  alignPart({ top: 0, bottom: rows, left: 0, right: columns }, weigh, tableSize, pairs)
  return pairs
}

type Part = { top: number; bottom: number; left: number; right: number }

function alignPart(part: Part, weigh: Weigh, tableSize: number, pairs: Pair[]): void {
  const height = part.bottom - part.top
  const width = part.right - part.left
  if (height < 2 || (height + 1) * (width + 1) <= tableSize) {
    follow(totalsToEnd(part, weigh), part, weigh, pairs)
    return
  }
  const middle = part.top + (height >> 1)
  const above = scoresFromTop({ ...part, bottom: middle }, weigh)
  const below = scoresFromBottom({ ...part, top: middle }, weigh)
  const totals = above.map((score, at) => score + (below[at] ?? 0))
  const cut = part.left + totals.indexOf(totals.reduce((most, total) => Math.max(most, total), 0))
  alignPart({ ...part, bottom: middle, right: cut }, weigh, tableSize, pairs)
  alignPart({ ...part, top: middle, left: cut }, weigh, tableSize, pairs)
}

/**
 * The best total from every cell to the end, so that following it from the start meets early pairs first. A pair of
 * weight 0 never wins, since leaving either out costs nothing: the loop needs no branch, which halves its time.
 */
function totalsToEnd({ top, bottom, left, right }: Part, weigh: Weigh): Int32Array {
  const width = right - left
  const table = new Int32Array((bottom - top + 1) * (width + 1))
  const weights = new Int32Array(width)
  for (let row = bottom - 1; row >= top; row -= 1) {
    weigh(row, left, weights)
    const line = (row - top) * (width + 1)
    let beside = 0
    let diagonal = 0
    for (let at = width - 1; at >= 0; at -= 1) {
      const under = table[line + width + 1 + at] ?? 0
      beside = greater(greater(beside, under), diagonal + (weights[at] ?? 0))
      diagonal = under
      table[line + at] = beside
    }
  }
  return table
}

/** The greater of two numbers from 0 to 2^31 - 1, without a branch that the processor would have to guess. */
function greater(a: number, b: number): number {
  const difference = (a - b) | 0
  return (a - (difference & (difference >> 31))) | 0
}

function follow(table: Int32Array, { top, bottom, left, right }: Part, weigh: Weigh, pairs: Pair[]): void {
  const weight = new Int32Array(1)
  const total = (row: number, column: number) => table[(row - top) * (right - left + 1) + column - left] ?? 0
  let row = top
  let column = left
  while (row < bottom && column < right) {
    weigh(row, column, weight)
    const pair = weight[0] ?? 0
    if (pair > 0 && pair + total(row + 1, column + 1) === total(row, column))
      pairs.push({ row: row++, column: column++ })
    else if (total(row, column + 1) === total(row, column)) pairs.push({ row: null, column: column++ })
    else pairs.push({ row: row++, column: null })
  }
  while (column < right) pairs.push({ row: null, column: column++ })
  while (row < bottom) pairs.push({ row: row++, column: null })
}

/** Best total of the part's rows with its first 0, 1, 2 … columns. */
function scoresFromTop({ top, bottom, left, right }: Part, weigh: Weigh): Int32Array {
  const weights = new Int32Array(right - left)
  const scores = new Int32Array(right - left + 1)
  for (let row = top; row < bottom; row += 1) {
    weigh(row, left, weights)
    let diagonal = 0
    for (let at = 0; at < weights.length; at += 1) {
      const before = scores[at + 1] ?? 0
      scores[at + 1] = greater(greater(before, scores[at] ?? 0), diagonal + (weights[at] ?? 0))
      diagonal = before
    }
  }
  return scores
}

/** Best total of the part's rows with its columns from the 0th, 1st, 2nd … on. */
function scoresFromBottom({ top, bottom, left, right }: Part, weigh: Weigh): Int32Array {
  const weights = new Int32Array(right - left)
  const scores = new Int32Array(right - left + 1)
  for (let row = bottom - 1; row >= top; row -= 1) {
    weigh(row, left, weights)
    let diagonal = 0
    for (let at = weights.length - 1; at >= 0; at -= 1) {
      const before = scores[at] ?? 0
      scores[at] = greater(greater(before, scores[at + 1] ?? 0), diagonal + (weights[at] ?? 0))
      diagonal = before
    }
  }
  return scores
}
