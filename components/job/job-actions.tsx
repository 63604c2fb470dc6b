'use client'

import { Ban, RotateCcw } from 'lucide-react'
import { useTransition } from 'react'
import { toast } from 'sonner'
import { Button } from '@/components/ui/button'
import type { JobState } from '@/lib/data/jobs'
import type { Result } from '@/lib/result'

type Changed = Result<{ id: string }, 'invalid' | 'forbidden' | 'ended' | 'not-ended'>

/** What may be done with a job. */
export type JobDeeds = {
  cancel: (input: { id: string }) => Promise<Changed>
  retry: (input: { id: string }) => Promise<Changed>
}

const sentences = {
  invalid: 'That could not be understood. Reload the page.',
  forbidden: 'Your role may not do that.',
  ended: 'It had ended already, so there was nothing to cancel.',
  'not-ended': 'It has not failed and was not cancelled, so there is nothing to retry.',
}

/** Cancel while it waits or runs; retry once it has failed or was cancelled. */
export function JobActions({
  id,
  title,
  state,
  deeds,
}: {
  id: string
  title: string
  state: JobState
  deeds: JobDeeds
}) {
  const [waiting, start] = useTransition()
  const run = (act: JobDeeds['cancel'], says: string) =>
    start(async () => {
      const changed = await act({ id })
      if (changed.ok) toast.success(says)
      else toast.error(sentences[changed.reason])
    })

  if (state === 'queued' || state === 'running')
    return (
      <Button
        size="sm"
        disabled={waiting}
        aria-label={`Cancel ${title}`}
        onClick={() =>
          run(deeds.cancel, `${title}: cancelled. What it did so far is kept; a retry goes on from there.`)
        }
      >
        <Ban aria-hidden /> Cancel
      </Button>
    )
  if (state === 'failed' || state === 'cancelled')
    return (
      <Button
        size="sm"
        disabled={waiting}
        aria-label={`Retry ${title}`}
        onClick={() => run(deeds.retry, `${title}: back in the queue`)}
      >
        <RotateCcw aria-hidden /> Retry
      </Button>
    )
  return null
}
