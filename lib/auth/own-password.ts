import 'server-only'
import { findPasswordHash, replacePassword } from '@/lib/data/passwords'
import { countAttempt, welcomePerson } from '@/lib/data/sign-ins'
import { fail, ok, type Result } from '@/lib/result'
import { hashPassword, isPassword } from './password'
import { findSessionId } from './session'
import type { Viewer } from './viewer'

export type PasswordFailure = 'invalid' | 'no-password' | 'wrong' | 'locked' | 'changed'

/** Replaces the viewer's own password and signs them out everywhere else. Wrong guesses count as at the front door. */
export async function changePassword(
  viewer: Viewer,
  { current, password }: { current: string; password: string },
): Promise<Result<null, PasswordFailure>> {
  const old = await findPasswordHash(viewer)
  if (old === null) return fail('no-password')
  if (!(await countAttempt(viewer.email ?? ''))) return fail('locked')
  if (!(await isPassword(current, old))) return fail('wrong')
  await welcomePerson(viewer.id)

  const replaced = await replacePassword(viewer, old, await hashPassword(password), await findSessionId())
  return replaced ? ok(null) : fail('changed')
}
