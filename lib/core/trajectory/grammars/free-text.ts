import type { Grammar } from './grammar'

/** Plain speech: the turn is said to a user. */
export const freeText: Grammar = (text) => ({
  rationale: null,
  action: { name: 'respond', arguments: {}, raw: text },
  kind: 'talk',
})
