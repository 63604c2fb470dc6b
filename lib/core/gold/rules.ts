export const normaliserNames = ['sql', 'search-click', 'tool-call', 'household', 'plain'] as const
export type NormaliserName = (typeof normaliserNames)[number]

/**
 * What a task declares about its actions, by their names. talk and think are not actions; read-only ones do not count
 * against precision and change no state; terminal ones end the episode and are compared only where the gold has them.
 */
export type AlignRules = {
  normaliser: NormaliserName
  readOnly: readonly string[]
  terminal: readonly string[]
  talk: readonly string[]
  think: readonly string[]
}
