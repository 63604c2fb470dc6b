import type { Action, Json } from '@/lib/core/trajectory/types'
import type { Normaliser } from './normaliser'
import { collapse } from './plain'

const bracketed = /^\s*(?:action:\s*)?([\w ]+?)\s*\[([\s\S]*)\]\s*$/i

const spell = (value: Json) => (typeof value === 'string' ? value : JSON.stringify(value))

/** What is searched or clicked: the values of the arguments, or what stands in the brackets. */
function target(action: Action): string {
  const values = Object.values(action.arguments)
  const written = values.length > 0 ? values.map(spell).join(' ') : (bracketed.exec(action.raw)?.[2] ?? '')
  return collapse(written).toLowerCase()
}

/** Web shops: search[words] and click[target]. Only buying changes anything. */
export const searchClick: Normaliser = {
  normalise: (action) => {
    const name = collapse(action.name).toLowerCase()
    const words = target(action)
    return {
      name,
      key: `${name}[${words}]`,
      arguments: { target: words },
      features: words.split(' '),
      changesState: name === 'search' ? false : name === 'click' ? words === 'buy now' : null,
    }
  },
  folds: ['Upper and lower case count as the same.', 'Runs of white space count as one space.'],
}
