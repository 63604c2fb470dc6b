'use client'

import { useEffect, useState, useTransition } from 'react'
import type { RecordedVerdict, VerdictInput, VerdictResult } from '@/lib/core/review/verdict'
import { draftOf, emptyDraft, keepDraft, readDraft, type VerdictDraft } from './verdict-draft'

/** What the bar judges: one revision, and what its reviewer has said of it so far. */
export type BarReview = {
  trajectoryId: string
  revisionId: string
  personId: string
  /** Verdict versions the trajectory had when the page was made: the optimistic check. */
  seen: number
  own: RecordedVerdict | null
  /** Other people's, once one's own stands: reviews are blind until then. */
  others: RecordedVerdict[]
}

export type RecordVerdict = (input: VerdictInput) => Promise<VerdictResult>

/** What the last press came to. `saved` and `withdrawn` only ever after the server said so. */
export type VerdictState =
  | { is: 'untouched' }
  | { is: 'saved'; at: string }
  | { is: 'withdrawn'; at: string }
  | { is: 'conflict'; latest: RecordedVerdict[] }
  | { is: 'refused'; field: string | null; message: string }

const refusals = {
  forbidden: 'You may not record verdicts. Nothing was saved; what you typed is still here.',
  'not-found': 'This revision is no longer the current one. Nothing was saved; reload to see what changed.',
  'nothing-to-withdraw': 'There is no verdict of yours to take back.',
  'foreign-origin': 'The request did not come from this server’s own page. Nothing was saved.',
} as const

const unreachable =
  'The server did not answer. Nothing is known to be saved; what you typed is still here. Submit again.'

function stateAfter(result: VerdictResult, withdrawing: boolean): VerdictState {
  if (result.ok) return { is: withdrawing ? 'withdrawn' : 'saved', at: result.savedAt }
  if (result.reason === 'conflict') return { is: 'conflict', latest: result.latest }
  if (result.reason !== 'invalid') return { is: 'refused', field: null, message: refusals[result.reason] }
  const [problem] = result.problems
  return { is: 'refused', field: problem?.field ?? null, message: problem?.message ?? 'That is not a verdict.' }
}

/** The draft of a verdict and what became of it. Nothing typed is ever cleared by a refusal. */
export function useVerdict(review: BarReview, record: RecordVerdict) {
  const { revisionId, trajectoryId, own } = review
  const [draft, setDraft] = useState<VerdictDraft>(own ? draftOf(own) : emptyDraft)
  const [seen, setSeen] = useState(review.seen)
  const [state, setState] = useState<VerdictState>(own ? { is: 'saved', at: own.at } : { is: 'untouched' })
  const [sending, startSending] = useTransition()

  useEffect(() => {
    const kept = readDraft(revisionId)
    if (kept === null) return
    setDraft(kept)
    setState({ is: 'untouched' })
  }, [revisionId])

  const change = (part: Partial<VerdictDraft>) => {
    const changed = { ...draft, ...part }
    setDraft(changed)
    keepDraft(revisionId, changed)
    if (state.is !== 'conflict') setState({ is: 'untouched' })
  }

  const send = (input: Omit<VerdictInput, 'trajectoryId' | 'revisionId' | 'seen'>) =>
    startSending(async () => {
      const result = await record({ trajectoryId, revisionId, seen, ...input }).catch(() => null)
      if (result === null) return setState({ is: 'refused', field: null, message: unreachable })
      if (result.ok || result.reason === 'conflict') setSeen(result.seen)
      if (result.ok) keepDraft(revisionId, null)
      setState(stateAfter(result, input.choice === 'withdrawn'))
    })

  const submit = () => {
    const { choice } = draft
    if (sending) return
    if (choice === null)
      return setState({ is: 'refused', field: 'choice', message: 'Choose accept, fix or reject first.' })
    if (choice === 'reject' && draft.note.trim() === '')
      return setState({ is: 'refused', field: 'note', message: 'A rejection needs a note.' })
    send({ ...draft, choice })
  }
  const undo = () => send({ choice: 'withdrawn', note: '', actionsRight: null, rationaleHonest: null })

  return { draft, change, submit, undo, state, sending }
}
