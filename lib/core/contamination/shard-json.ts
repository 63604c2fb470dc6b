import { z } from 'zod'
import type { Shard } from './shard'

const integers = z
  .string()
  .refine((text) => Buffer.from(text, 'base64').length % 4 === 0, 'must hold whole 32-bit integers in base64')
  .transform((text) => {
    const bytes = Buffer.from(text, 'base64')
    return Int32Array.from({ length: bytes.length / 4 }, (_, at) => bytes.readInt32LE(4 * at))
  })
const sequences = z.object({ pool: integers, ends: integers })
const count = z.number().int().min(0)

const shardJson = z.object({
  source: z.string(),
  component: z.string(),
  name: z.string(),
  index: z.string(),
  places: count,
  documents: count,
  bytes: count,
  withoutField: count,
  unreadable: z.array(z.object({ place: count, reason: z.string() })),
  stretches: sequences,
  sets: sequences,
  hits: z.object({ places: integers, sets: integers, texts: integers }),
  verbatim: z.object({ texts: integers, places: integers }),
})

/** A shard as one line of JSON; lists of numbers are little-endian 32-bit integers in base64. */
export function shardToJson(shard: Shard): string {
  return JSON.stringify(shard, (_key, value: unknown) => (value instanceof Int32Array ? base64(value) : value))
}

/** Reads what `shardToJson` wrote. @throws Error that names the part which isn't as it must be */
export function shardFromJson(text: string): Shard {
  const parsed = shardJson.safeParse(JSON.parse(text))
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  throw new Error(`This is no result of a shard. ${problems.join('; ')}`)
}

function base64(values: Int32Array): string {
  const bytes = Buffer.alloc(4 * values.length)
  for (const [at, value] of values.entries()) bytes.writeInt32LE(value, 4 * at)
  return bytes.toString('base64')
}
