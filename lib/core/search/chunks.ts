/** No chunk is longer, in UTF-8 bytes: a tsvector of it stays far below PostgreSQL's limit of 1 MB. */
export const CHUNK_BYTES = 100_000

/** Neighbouring chunks share so many characters, so that what stands across a cut is found in one of them. */
export const OVERLAP = 256

const encoder = new TextEncoder()
// A UTF-16 unit takes at most three bytes, so so many always fit.
const CUT = Math.floor(CHUNK_BYTES / 3)

/**
 * A text cut into chunks that can be searched, in order. Nothing is left out, no character is cut in two, and any
 * passage of up to 256 characters stands whole in one of them.
 */
export function searchChunks(text: string): string[] {
  if (text.length <= CUT || encoder.encode(text).length <= CHUNK_BYTES) return [text]
  const chunks: string[] = []
  for (let start = 0; ; ) {
    const end = boundary(text, start + CUT)
    chunks.push(text.slice(start, end))
    if (end >= text.length) return chunks
    start = boundary(text, end - OVERLAP)
  }
}

/** The place itself, or the one before where it falls between the halves of a surrogate pair. */
function boundary(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : Math.min(at, text.length)
}

/** PostgreSQL leaves words of 2,047 bytes and more out of a tsvector; these are their beginnings, to be found by. */
export function longWords(text: string): string {
  const found = text.match(/[\p{L}\p{N}]{500,}/gu) ?? []
  return found.map((word) => Array.from(word.slice(0, 1000)).slice(0, 500).join('')).join(' ')
}
