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
