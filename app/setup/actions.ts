'use server'

import { setupInput } from '@/lib/auth/inputs'
import { requireOrigin } from '@/lib/auth/origin'
import { setUp } from '@/lib/auth/setup'
import { signInByPassword } from '@/lib/auth/sign-in'
import { fail, ok, type Result } from '@/lib/result'

type Setup = Result<{ to: string }, 'invalid' | 'wrong-token' | 'not-needed' | 'exists'>

export async function becomeAdministrator(input: unknown): Promise<Setup> {
  await requireOrigin()
  const parsed = setupInput.safeParse(input)
  if (!parsed.success) return fail('invalid')

  const done = await setUp(parsed.data)
  if (!done.ok) return done
  const signedIn = await signInByPassword(parsed.data.email, parsed.data.password)
  return ok({ to: signedIn.ok ? '/' : '/login' })
}
