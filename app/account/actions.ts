'use server'

import { refresh } from 'next/cache'
import { idInput, passwordChangeInput } from '@/lib/auth/inputs'
import { changePassword, type PasswordFailure } from '@/lib/auth/own-password'
import { requireViewer } from '@/lib/auth/session'
import { signOutHere } from '@/lib/auth/sign-in'
import { endOwnSession } from '@/lib/data/sessions'
import { fail, type Result } from '@/lib/result'

export async function signOut(): Promise<void> {
  await requireViewer()
  await signOutHere()
}

export async function changeOwnPassword(input: unknown): Promise<Result<null, PasswordFailure>> {
  const viewer = await requireViewer()
  const parsed = passwordChangeInput.safeParse(input)
  if (!parsed.success) return fail('invalid')

  const changed = await changePassword(viewer, parsed.data)
  if (changed.ok) refresh()
  return changed
}

export async function endSession(input: unknown): Promise<Result<{ ended: number }, 'invalid' | 'changed'>> {
  const viewer = await requireViewer()
  const parsed = idInput.safeParse(input)
  if (!parsed.success) return fail('invalid')

  const ended = await endOwnSession(viewer, parsed.data.id)
  refresh()
  return ended
}
