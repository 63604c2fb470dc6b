import { canonicalEntries } from '../canonical-json'
import type { Normaliser } from './normaliser'

/** Tool calls: the same name, and argument objects that are equal by value. */
export const toolCall: Normaliser = {
  normalise: (action) => {
    const features = canonicalEntries(action.arguments)
    return {
      name: action.name,
      key: `${action.name} ${features.join(',')}`,
      arguments: action.arguments,
      features,
      changesState: null,
    }
  },
  folds: ['Arguments are compared by value: the order of keys and the spelling of numbers do not count.'],
}
