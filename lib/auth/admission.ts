import 'server-only'
import { APIError, createAuthMiddleware } from 'better-auth/api'
import { admitByProvider, countAttempt, mayBeginSession, welcomePerson } from '@/lib/data/sign-ins'
import { readEnv } from '@/lib/env'
import { hashPassword } from './password'

const BY_PASSWORD = '/sign-in/email'

/** One refusal for a wrong password, an unknown address, a locked and a disabled account. */
const noEntry = () => new APIError('UNAUTHORIZED', { code: 'no_entry', message: 'no_entry' })

/** Through a provider the person is proved, so the reason may be told. The login page has a sentence for each. */
const refuse = (reason: 'not_invited' | 'email_not_verified' | 'disabled') =>
  new APIError('FORBIDDEN', { code: reason, message: reason })

/** Ahead of a sign-in by password: a locked account takes as long to say no as a wrong password does. */
export const beforeSignIn = createAuthMiddleware(async ({ path, body }) => {
  if (path !== BY_PASSWORD) return
  const { email, password }: { email?: unknown; password?: unknown } = body ?? {}
  if (typeof email !== 'string' || typeof password !== 'string') return
  if (await countAttempt(email.trim().toLowerCase())) return
  await hashPassword(password)
  throw noEntry()
})

/** Whatever refused a password reads the same, so that nobody learns which addresses have an account. */
export const afterSignIn = createAuthMiddleware(async ({ path, context }) => {
  if (path !== BY_PASSWORD) return
  if (context.newSession) await welcomePerson(context.newSession.user.id)
  else if (context.returned instanceof APIError && context.returned.status !== 'FORBIDDEN') throw noEntry()
})

type NewUser = { email: string; name: string; emailVerified: boolean }

/** A user whom only the provider knows: invited by a verified address, or taken in with the default role. */
async function admitUser(user: NewUser) {
  if (!user.emailVerified) throw refuse('email_not_verified')
  const { email, name } = user
  const admitted = await admitByProvider({ email: email.toLowerCase(), name, defaultRole: readEnv().OIDC_DEFAULT_ROLE })
  if (!admitted.ok) throw refuse(admitted.reason)
  return { data: { ...user, id: admitted.value.id } }
}

/** No session begins for somebody who may not act. */
async function admitSession(session: { userId: string }, context: { path?: string } | null) {
  if (await mayBeginSession(session.userId)) return
  throw context?.path === BY_PASSWORD ? noEntry() : refuse('disabled')
}

/** The provider's tokens are of no use to us, so they are not kept. */
async function forgetTokens<Account>(account: Account) {
  return { data: { ...account, accessToken: null, refreshToken: null, idToken: null } }
}

export const admissionHooks = {
  user: { create: { before: admitUser } },
  session: { create: { before: admitSession } },
  account: { create: { before: forgetTokens } },
}
