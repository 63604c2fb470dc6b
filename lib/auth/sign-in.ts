import 'server-only'
import { parseSetCookieHeader, toCookieOptions } from 'better-auth/cookies'
import { cookies, headers } from 'next/headers'
import { z } from 'zod'
import { fail, ok, type Result } from '@/lib/result'
import { askAuth } from './http'
import { PROVIDER } from './oidc'

export type SignInFailure = 'no-entry' | 'too-many' | 'unreachable'

/** Gives the browser what better-auth would have given it. */
async function passCookies(response: Response) {
  const jar = await cookies()
  for (const line of response.headers.getSetCookie())
    for (const [name, cookie] of parseSetCookieHeader(line)) jar.set(name, cookie.value, toCookieOptions(cookie))
}

async function ask(path: string, body: Record<string, unknown>) {
  const response = await askAuth(await headers(), path, body)
  if (response.status >= 500) throw new Error(`Sign-in failed: ${path} answered ${response.status}.`)
  return response
}

/** Begins a session in this browser. In an action only. */
export async function signInByPassword(email: string, password: string): Promise<Result<null, SignInFailure>> {
  const response = await ask('/sign-in/email', { email, password })
  if (response.status === 429) return fail('too-many')
  if (!response.ok) return fail('no-entry')
  await passCookies(response)
  return ok(null)
}

const started = z.object({ url: z.url() })

/** Where the identity provider signs people in. In an action only. */
export async function startSingleSignOn(next: string): Promise<Result<{ url: string }, SignInFailure>> {
  const body = { providerId: PROVIDER, callbackURL: next, errorCallbackURL: '/login' }
  const response = await askAuth(await headers(), '/sign-in/oauth2', body)
  if (response.status === 429) return fail('too-many')
  if (!response.ok) return fail('unreachable')
  const { url } = started.parse(await response.json())
  await passCookies(response)
  return ok({ url })
}

/** Ends the session of this browser, there and in the store. In an action only. */
export async function signOutHere(): Promise<void> {
  await passCookies(await ask('/sign-out', {}))
}
