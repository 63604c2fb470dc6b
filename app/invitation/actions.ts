'use server'

import { acceptInput } from '@/lib/auth/inputs'
import { requireOrigin } from '@/lib/auth/origin'
import { hashPassword } from '@/lib/auth/password'
import { signInByPassword } from '@/lib/auth/sign-in'
import { hashToken } from '@/lib/auth/token'
import * as invitations from '@/lib/data/invitations'
import { fail, ok, type Result } from '@/lib/result'

type Acceptance = Result<{ to: string }, 'invalid' | 'not-open' | 'exists'>

export async function acceptInvitation(input: unknown): Promise<Acceptance> {
  await requireOrigin()
  const parsed = acceptInput.safeParse(input)
  if (!parsed.success) return fail('invalid')

  const { token, name, password } = parsed.data
  const passwordHash = await hashPassword(password)
  const accepted = await invitations.acceptInvitation({ tokenHash: hashToken(token), name, passwordHash })
  if (!accepted.ok) return accepted
  const signedIn = await signInByPassword(accepted.value.email, password)
  return ok({ to: signedIn.ok ? '/' : '/login' })
}
