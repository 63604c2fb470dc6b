'use server'

import { refresh } from 'next/cache'
import { idInput } from '@/lib/auth/inputs'
import { requireRight } from '@/lib/auth/session'
import { cancelJob, retryJob } from '@/lib/jobs/queue'
import { fail, type Result } from '@/lib/result'

type Changed = Result<{ id: string }, 'invalid' | 'forbidden' | 'ended' | 'not-ended'>

export async function cancel(input: unknown): Promise<Changed> {
  const viewer = await requireRight('job.manage')
  const parsed = idInput.safeParse(input)
  if (!parsed.success) return fail('invalid')

  const cancelled = await cancelJob(viewer, parsed.data.id)
  refresh()
  return cancelled
}

export async function retry(input: unknown): Promise<Changed> {
  const viewer = await requireRight('job.manage')
  const parsed = idInput.safeParse(input)
  if (!parsed.success) return fail('invalid')

  const retried = await retryJob(viewer, parsed.data.id)
  refresh()
  return retried
}
