import { z } from 'zod'

/** What a list of trajectories may be sorted by, and which way first. */
export const sortKeys = {
  imported: 'desc',
  task: 'asc',
  source: 'asc',
  instruction: 'asc',
  model: 'asc',
  method: 'asc',
  reward: 'desc',
  steps: 'desc',
  gold: 'asc',
  flags: 'desc',
  outcome: 'asc',
} as const

export type SortKey = keyof typeof sortKeys
export type Sort = { key: SortKey; descending: boolean }

const isSortKey = (key: string): key is SortKey => Object.hasOwn(sortKeys, key)

/** Reads `reward` or `-reward` from an address; what is none of the keys is the default, newest import first. */
export function parseSort(text: string | undefined): Sort {
  const key = (text ?? '').replace(/^-/, '')
  if (text === undefined || !isSortKey(key)) return { key: 'imported', descending: true }
  return { key, descending: text.startsWith('-') }
}

export const writeSort = (sort: Sort): string => `${sort.descending ? '-' : ''}${sort.key}`

/** A place in a sorted list: the sort value and id of a row, how many rows lie before the page, which way to read. */
const cursor = z.object({
  v: z.union([z.string(), z.number(), z.null()]),
  id: z.uuid(),
  n: z.number().int().min(0),
  way: z.enum(['after', 'before']),
})

export type Cursor = z.infer<typeof cursor>

export const writeCursor = (place: Cursor): string => Buffer.from(JSON.stringify(place)).toString('base64url')

/** Null when it is not a cursor of ours: the list then begins at its beginning. */
export function parseCursor(text: string | undefined): Cursor | null {
  if (text === undefined) return null
  try {
    const parsed = cursor.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
