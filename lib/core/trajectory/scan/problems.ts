import type { ScanLimits } from '../records'

/** The sentences a scanner can attach to a record. */
export const scanProblems = {
  oversized: (length: number, { recordBytes }: ScanLimits) =>
    `the record is ${length} bytes long; at most ${recordBytes} are read. Its beginning is kept`,
  depth: ({ depth }: ScanLimits) => `brackets are nested more than ${depth} deep`,
  cut: 'the file ends inside this record: it may have been cut off',
  unclosed: 'the file ends before the bracket that closes it: it may have been cut off',
  noContainer: (expected: string) => `the file does not begin with ${expected}`,
  notFound: (member: string) => `the file holds no member "${member}" with records`,
  after: 'there is content behind the end of the records',
  broken: (offset: number) => `not JSON from byte ${offset} of the file on`,
  noRuler: 'the text is not divided into blocks',
} as const

/**
 * The deepest nesting of brackets outside strings, or -1 as soon as it exceeds the limit. Reads bytes, never recurses.
 */
export function nestingWithin(bytes: Uint8Array, limit: number): number {
  let depth = 0
  let deepest = 0
  let inString = false
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]
    if (inString) {
      if (byte === 0x5c) i++
      else if (byte === 0x22) inString = false
    } else if (byte === 0x22) inString = true
    else if (byte === 0x7b || byte === 0x5b) {
      if (++depth > limit) return -1
      if (depth > deepest) deepest = depth
    } else if (byte === 0x7d || byte === 0x5d) depth--
  }
  return deepest
}
