import { z } from 'zod'

export const verdictChoices = ['accept', 'fix', 'reject'] as const
export type VerdictChoice = (typeof verdictChoices)[number]

export const actionsRightAnswers = ['yes', 'no', 'unsure'] as const
export const rationaleHonestAnswers = ['yes', 'no', 'not applicable'] as const

/**
 * What a reviewer may submit. A rejection must say why. `withdrawn` takes the own verdict back; it is a version like
 * any other. `seen` is the number of verdict versions the trajectory had when the form was drawn: the optimistic check.
 */
export const verdictInput = z
  .object({
    trajectoryId: z.uuid(),
    revisionId: z.uuid(),
    choice: z.enum([...verdictChoices, 'withdrawn']),
    note: z
      .string()
      .trim()
      .max(10_000, 'A note holds at most 10,000 characters.')
      .refine((note) => !note.includes('\u0000'), 'A note cannot hold the character U+0000.')
      .default(''),
    actionsRight: z.enum(actionsRightAnswers).nullable().default(null),
    rationaleHonest: z.enum(rationaleHonestAnswers).nullable().default(null),
    seen: z.number().int().min(0),
  })
  .refine(({ choice, note }) => choice !== 'reject' || note !== '', {
    path: ['note'],
    message: 'A rejection needs a note.',
  })

export type VerdictInput = z.infer<typeof verdictInput>

/** A verdict as it is shown beside the trajectory: the newest version of one review. */
export type RecordedVerdict = {
  personId: string
  person: string
  choice: VerdictChoice | 'withdrawn'
  note: string
  actionsRight: (typeof actionsRightAnswers)[number] | null
  rationaleHonest: (typeof rationaleHonestAnswers)[number] | null
  version: number
  at: string // ISO 8601
}

export const outcomes = ['open', 'accepted', 'fix', 'rejected', 'disputed'] as const
export type Outcome = (typeof outcomes)[number]

export type VerdictResult =
  | { ok: true; savedAt: string; seen: number; outcome: Outcome }
  /** Another verdict (somebody else's, or one's own in another window) came first: here it is; nothing was written. */
  | { ok: false; reason: 'conflict'; seen: number; latest: RecordedVerdict[] }
  | { ok: false; reason: 'invalid'; problems: { field: string; message: string }[] }
  | { ok: false; reason: 'forbidden' | 'not-found' | 'nothing-to-withdraw' | 'foreign-origin' }

const outcomeOfChoice = { accept: 'accepted', fix: 'fix', reject: 'rejected' } as const

/**
 * Where a trajectory stands by the newest verdict of each of its reviews: open when none stands, what they all say when
 * they agree, else disputed. A `fix` counts as accepted only through its verified revision, so it stays its own outcome.
 */
export function outcomeOf(choices: readonly (VerdictChoice | 'withdrawn')[]): Outcome {
  const standing = new Set(choices.filter((choice) => choice !== 'withdrawn'))
  if (standing.size > 1) return 'disputed'
  const [only] = standing
  return only === undefined ? 'open' : outcomeOfChoice[only]
}
