import { canonicalJson, sortedEntries } from '../canonical-json'
import type { Normaliser } from './normaliser'

/** Tool calls: the same name, and argument objects that are equal by value. */
export const toolCall: Normaliser = {
  normalise: (action) => ({
    name: action.name,
    key: `${action.name} ${canonicalJson(action.arguments)}`,
    arguments: action.arguments,
    features: sortedEntries(action.arguments).map(([key, value]) => `${key}=${canonicalJson(value)}`),
    changesState: null,
  }),
  folds: ['Arguments are compared by value: the order of keys and the spelling of numbers do not count.'],
}
