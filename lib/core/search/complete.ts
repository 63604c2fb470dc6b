import { writeValue } from './edit'
import { isQueryKey, type QueryKey, type QueryKeyName, queryKeys } from './keys'

/** What may be written at the caret: the words it replaces (code units), and each offer with what it is for. */
export type Completion = { from: number; to: number; offers: Offer[] }
export type Offer = { insert: string; label: string; hint: string }

/** Values that the store knows of a key, most frequent first. */
export type KnownValues = Partial<Record<QueryKeyName, readonly string[]>>

const MOST = 12

const begun = /(?:^|\s)(-?)([a-z]*)$/i
const valued =
  /(?:^|\s)-?([a-z]+):((?:"(?:[^"\\]|\\.)*"|[^\s",]*)(?:,(?:"(?:[^"\\]|\\.)*"|[^\s",]*))*,)?("[^"]*|[^\s",]*)$/i

function keyOffers(typed: string): Offer[] {
  return Object.entries<QueryKey>(queryKeys)
    .filter(([name]) => name.startsWith(typed.toLowerCase()))
    .map(([name, { hint }]) => ({ insert: `${name}:`, label: `${name}:`, hint }))
}

const numberOffers: Offer[] = [
  { insert: '>=', label: '>=', hint: 'at least' },
  { insert: '<', label: '<', hint: 'less than' },
]

function valueOffers(name: QueryKeyName, typed: string, taken: string, known: KnownValues): Offer[] {
  const key: QueryKey = queryKeys[name]
  if (key.kind === 'text') return []
  if (key.kind === 'number') return typed === '' && taken === '' ? numberOffers : []
  const values = [...(key.values ?? known[name] ?? []), ...(key.optional ? ['none'] : [])]
  const wanted = typed.replace(/^"/, '').toLowerCase()
  return values
    .filter((value) => value.toLowerCase().includes(wanted) && !taken.split(',').includes(writeValue(value)))
    .sort((a, b) => Number(b.toLowerCase().startsWith(wanted)) - Number(a.toLowerCase().startsWith(wanted)))
    .map((value) => ({ insert: writeValue(value), label: value, hint: value === 'none' ? `without ${name}` : name }))
}

/**
 * What can be written next at the caret of a query: keys for a word that begins one, values for a key, the known ones
 * first. At most twelve; typing narrows them.
 */
export function complete(text: string, caret: number, known: KnownValues): Completion | null {
  const before = text.slice(0, caret)
  const value = valued.exec(before)
  if (value) {
    const [, name = '', taken = '', typed = ''] = value
    const key = name.toLowerCase()
    if (!isQueryKey(key)) return null
    return offered(caret - typed.length, caret, valueOffers(key, typed, taken, known))
  }
  const word = begun.exec(before)
  if (!word) return null
  const [, , typed = ''] = word
  return offered(caret - typed.length, caret, keyOffers(typed))
}

function offered(from: number, to: number, offers: Offer[]): Completion | null {
  return offers.length === 0 ? null : { from, to, offers: offers.slice(0, MOST) }
}

/** The query with an offer taken, and where the caret then stands: after a value, a space on. */
export function accept(text: string, { from, to }: Completion, { insert }: Offer): { text: string; caret: number } {
  const ends = insert.endsWith(':') || insert.endsWith('=') || insert.endsWith('<')
  const gap = ends || text.slice(to).startsWith(' ') ? '' : ' '
  return { text: `${text.slice(0, from)}${insert}${gap}${text.slice(to)}`, caret: from + insert.length + gap.length }
}
