import { createHash } from 'node:crypto'
import { canonicalJson } from '@/lib/core/canonical-json'

/** A line of the audit log as its hash covers it. `at` is kept to the millisecond. */
export type Entry = {
  seq: bigint
  at: Date
  personId: string
  act: string
  subject: string
  subjectId: string
  detail: unknown
}

/** An entry with its place in the chain. */
export type ChainedEntry = Entry & { previous: Uint8Array; hash: Uint8Array }

/** The hash that the first entry follows: 32 zero bytes. */
export const GENESIS: Uint8Array = new Uint8Array(32)

/** SHA-256 over the previous hash and the entry's canonical JSON: 32 bytes. */
export function entryHash(previous: Uint8Array, entry: Entry): Uint8Array {
  const { seq, at, personId, act, subject, subjectId, detail } = entry
  const text = canonicalJson({ seq: String(seq), at: at.toISOString(), personId, act, subject, subjectId, detail })
  return new Uint8Array(createHash('sha256').update(previous).update(text).digest())
}

export type Link = { seq: bigint; hash: Uint8Array }

/** Why `entry` does not follow `before`, as a sentence; null where it does. */
export function brokenLink(before: Link, entry: ChainedEntry): string | null {
  if (entry.seq !== before.seq + 1n) return `entry ${before.seq + 1n} is missing`
  if (!equal(entry.previous, before.hash)) return `entry ${entry.seq} does not follow the one before it`
  if (!equal(entry.hash, entryHash(before.hash, entry))) return `entry ${entry.seq} is not what was written`
  return null
}

function equal(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0
}
