import { z } from 'zod'

/** A list that somebody keeps under a name: its query and order, as its address has them. */
export const viewInput = z.object({
  name: z
    .string()
    .trim()
    .min(1, 'A view needs a name.')
    .max(80, 'A name holds at most 80 characters.')
    .refine((name) => !name.includes('\u0000'), 'A name cannot hold the character U+0000.'),
  query: z
    .string()
    .max(10_000)
    .refine((query) => !query.includes('\u0000')),
  sort: z.string().max(40),
  shared: z.boolean(),
})

export type ViewInput = z.infer<typeof viewInput>

export type KeptView = {
  id: string
  name: string
  query: string
  sort: string
  shared: boolean
  own: boolean
  person: string
}

export type KeepResult =
  | { ok: true; id: string }
  | { ok: false; reason: 'name-taken' | 'forbidden' | 'query-has-problems' }
  | { ok: false; reason: 'invalid'; message: string }
