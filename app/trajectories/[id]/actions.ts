'use server'

import { refresh } from 'next/cache'
import { may } from '@/lib/auth/permissions'
import { requireViewer } from '@/lib/auth/session'
import { type VerdictResult, verdictInput } from '@/lib/core/review/verdict'
import { recordVerdict as record } from '@/lib/data/verdicts'

/** Records the viewer's verdict; answers only after the commit. */
export async function recordVerdict(input: unknown): Promise<VerdictResult> {
  const viewer = await requireViewer()
  if (!may(viewer, 'verdict.record')) return { ok: false, reason: 'forbidden' }

  const parsed = verdictInput.safeParse(input)
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => ({ field: path.join('.'), message }))
    return { ok: false, reason: 'invalid', problems }
  }

  const result = await record(viewer, parsed.data, new Date())
  if (result.ok) refresh()
  return result
}
