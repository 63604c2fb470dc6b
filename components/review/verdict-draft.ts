import { z } from 'zod'
import {
  actionsRightAnswers,
  type RecordedVerdict,
  rationaleHonestAnswers,
  verdictChoices,
} from '@/lib/core/review/verdict'

const draft = z.object({
  choice: z.enum(verdictChoices).nullable(),
  note: z.string(),
  actionsRight: z.enum(actionsRightAnswers).nullable(),
  rationaleHonest: z.enum(rationaleHonestAnswers).nullable(),
})

/** What somebody has filled in and not yet submitted. */
export type VerdictDraft = z.infer<typeof draft>

export const emptyDraft: VerdictDraft = { choice: null, note: '', actionsRight: null, rationaleHonest: null }

/** The draft that a recorded verdict would have been. */
export const draftOf = ({ choice, note, actionsRight, rationaleHonest }: RecordedVerdict): VerdictDraft => ({
  choice: choice === 'withdrawn' ? null : choice,
  note,
  actionsRight,
  rationaleHonest,
})

const key = (revisionId: string) => `assay-verdict-${revisionId}`

/** What this window kept of a draft through a reload; null when it kept nothing. Browser only. */
export function readDraft(revisionId: string): VerdictDraft | null {
  const kept = sessionStorage.getItem(key(revisionId))
  if (kept === null) return null
  try {
    const parsed = draft.safeParse(JSON.parse(kept))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

/** Keeps a draft for this window, or forgets it. Browser only. */
export function keepDraft(revisionId: string, kept: VerdictDraft | null): void {
  if (kept === null) sessionStorage.removeItem(key(revisionId))
  else sessionStorage.setItem(key(revisionId), JSON.stringify(kept))
}
