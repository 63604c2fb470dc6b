import type { Action, Json, JsonObject } from '@/lib/core/trajectory/types'
import { canonicalJson, sortedEntries } from '../canonical-json'
import type { Normaliser } from './normaliser'

/** Text with white space collapsed and trimmed. */
export const collapse = (text: string) => text.trim().replace(/\s+/g, ' ')

const collapsed = (value: Json): Json => (typeof value === 'string' ? collapse(value) : value)

/** The arguments with white space collapsed in strings; the text as written where the action has no arguments. */
function plainArguments(action: Action): JsonObject {
  const entries = sortedEntries(action.arguments)
  if (entries.length === 0) return { text: collapse(action.raw) }
  return Object.fromEntries(entries.map(([key, value]) => [key, collapsed(value)]))
}

/** For tasks without a grammar of their own: the name, and arguments with white space collapsed. */
export const plain: Normaliser = {
  normalise: (action) => {
    const name = collapse(action.name)
    const compared = plainArguments(action)
    return {
      name,
      key: `${name} ${canonicalJson(compared)}`,
      arguments: compared,
      features: sortedEntries(compared).flatMap(([key, value]) =>
        typeof value === 'string' ? value.split(' ') : [`${key}=${canonicalJson(value)}`],
      ),
      changesState: null,
    }
  },
  folds: ['Runs of white space count as one space, and white space at either end does not count.'],
}
