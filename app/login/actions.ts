'use server'

import { signInInput } from '@/lib/auth/inputs'
import { requireOrigin } from '@/lib/auth/origin'
import { returnPath } from '@/lib/auth/return-path'
import { type SignInFailure, signInByPassword, startSingleSignOn } from '@/lib/auth/sign-in'
import { fail, ok, type Result } from '@/lib/result'

/** Where the browser goes now. */
export type Entrance = Result<{ to: string }, SignInFailure>

export async function signIn(input: unknown): Promise<Entrance> {
  await requireOrigin()
  const parsed = signInInput.safeParse(input)
  if (!parsed.success) return fail('no-entry')

  const { email, password, next } = parsed.data
  const signedIn = await signInByPassword(email, password)
  return signedIn.ok ? ok({ to: returnPath(next) }) : signedIn
}

export async function signInThroughProvider(next: unknown): Promise<Entrance> {
  await requireOrigin()
  const started = await startSingleSignOn(returnPath(typeof next === 'string' ? next : null))
  return started.ok ? ok({ to: started.value.url }) : started
}
