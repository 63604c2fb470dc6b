import type { Alignment } from './align'

/** How a trajectory's actions stand to the best of its gold sequences, as the store spells it, best first. */
export const goldMatches = [
  'exact',
  'in order',
  'any order',
  'state changing',
  'solved differently',
  'partial',
  'different',
  'gold empty',
  'no gold',
] as const
export type GoldMatch = (typeof goldMatches)[number]

/**
 * The summary of one alignment. Equal writes count as a match only where the gold writes: runs that change nothing have
 * equal writes whatever they read. A run that reached its reward without a match is solved differently, not wrong.
 */
export function goldMatchOf(alignment: Alignment, solved: boolean): GoldMatch {
  if (alignment.empty) return 'gold empty'
  if (alignment.exact) return 'exact'
  if (alignment.inOrder) return 'in order'
  if (alignment.anyOrder) return 'any order'
  if (alignment.stateChanging && alignment.goldWrites > 0) return 'state changing'
  if (solved) return 'solved differently'
  return alignment.modes && alignment.modes['any-order'].matched > 0 ? 'partial' : 'different'
}
