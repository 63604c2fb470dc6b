'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { may } from '@/lib/auth/permissions'
import { requireViewer } from '@/lib/auth/session'
import { parseQuery } from '@/lib/core/search/query'
import { type KeepResult, viewInput } from '@/lib/core/view/view'
import { keepView as keep, removeView as remove } from '@/lib/data/views'
import { fail, type Result } from '@/lib/result'

/** Keeps the list that is on screen under a name. */
export async function keepView(input: unknown): Promise<KeepResult> {
  const viewer = await requireViewer()
  if (!may(viewer, 'view.keep')) return fail('forbidden')

  const parsed = viewInput.safeParse(input)
  if (!parsed.success)
    return { ok: false, reason: 'invalid', message: parsed.error.issues[0]?.message ?? 'Not a view.' }
  if (parsed.data.shared && !may(viewer, 'view.share')) return fail('forbidden')
  if (parseQuery(parsed.data.query).problems.length > 0) return fail('query-has-problems')

  const result = await keep(viewer, parsed.data)
  if (!result.ok) return result
  refresh()
  return { ok: true, id: result.value.id }
}

const removal = z.object({ id: z.uuid(), removed: z.boolean() })

/** Takes one of the viewer's own views away, or brings it back. */
export async function removeView(input: unknown): Promise<Result<null, 'not-found' | 'name-taken' | 'forbidden'>> {
  const viewer = await requireViewer()
  if (!may(viewer, 'view.keep')) return fail('forbidden')

  const parsed = removal.safeParse(input)
  if (!parsed.success) return fail('not-found')
  const result = await remove(viewer, { ...parsed.data, now: new Date() })
  if (result.ok) refresh()
  return result
}
