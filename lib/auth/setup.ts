import 'server-only'
import { claimFirstAdministrator, offerFirstAdministrator } from '@/lib/data/first-administrator'
import { baseUrl } from './base-url'
import { hashPassword } from './password'
import { hashToken, newToken } from './token'

/**
 * A fresh token for the first administrator, and where to use it; null as soon as somebody can sign in as one. It is
 * to be shown once, in the terminal: the store keeps its hash, and the next call replaces it.
 */
export async function ensureSetupToken(): Promise<{ token: string; url: string } | null> {
  const { token, hash } = newToken()
  const offered = await offerFirstAdministrator(hash)
  return offered.ok ? { token, url: `${baseUrl()}/setup?token=${token}` } : null
}

/** Makes the bearer of the token the first administrator. */
export async function setUp(given: { token: string; name: string; email: string; password: string }) {
  const { token, password, ...person } = given
  const passwordHash = await hashPassword(password)
  return claimFirstAdministrator({ ...person, tokenHash: hashToken(token.trim()), passwordHash })
}
