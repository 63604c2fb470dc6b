import type { StripCell } from '@/lib/core/trajectory/strip'
import { cellKinds } from './cell-kinds'

/** The whole strip in words: "9 steps: 4 match, 1 missing; 2 flagged". */
export function stripWords(cells: readonly StripCell[], steps: number): string {
  const counts = new Map<string, number>()
  for (const { kind } of cells) counts.set(cellKinds[kind].word, (counts.get(cellKinds[kind].word) ?? 0) + 1)
  const kinds = [...counts].map(([word, count]) => `${count} ${word}`).join(', ')
  const flagged = cells.filter((cell) => cell.flagged).length
  return `${steps} ${steps === 1 ? 'step' : 'steps'}: ${kinds}${flagged > 0 ? `; ${flagged} flagged` : ''}`
}
