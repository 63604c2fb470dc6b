import { createHash } from 'node:crypto'

const longest = 200

/**
 * A text as part of an instance's key: white space folded, and where it is longer than 200 characters, its beginning
 * with a hash of the whole, since keys are indexed. Equal texts give equal keys.
 */
export function keyPart(text: string): string {
  const folded = text.replace(/\s+/g, ' ').trim()
  return folded.length <= longest
    ? folded
    : `${Array.from(folded.slice(0, 150)).slice(0, -1).join('')}… ${hash(folded)}`
}

/** A short hash that names a long text, such as a room's description. */
export function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}
