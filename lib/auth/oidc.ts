import 'server-only'
import { genericOAuth } from 'better-auth/plugins'
import { createRemoteJWKSet, jwtVerify } from 'jose'
import { z } from 'zod'
import { type Env, readEnv } from '@/lib/env'

/** The provider's name in addresses (/api/auth/oauth2/callback/oidc) and in the account table. */
export const PROVIDER = 'oidc'

type Settings = { issuer: string; clientId: string; clientSecret: string }

/**
 * How to reach the identity provider, or null where none is configured.
 *
 * @throws Error naming what is missing, where some of it is set
 */
export function oidcSettings(env: Env = readEnv()): Settings | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = env
  if (!issuer && !clientId && !clientSecret) return null
  if (issuer && clientId && clientSecret) return { issuer, clientId, clientSecret }
  throw new Error('Single sign-on needs OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET: one of them is not set.')
}

const discoveryOf = (issuer: string) => `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`

const discovered = z.object({ issuer: z.string(), jwks_uri: z.url(), userinfo_endpoint: z.url().optional() })

const claims = z.object({
  sub: z.string().min(1),
  email: z.email().optional(),
  email_verified: z
    .boolean()
    .or(z.literal('true').transform(() => true))
    .optional(),
  name: z.string().optional(),
  preferred_username: z.string().optional(),
})

async function getJson(url: string, headers: Record<string, string> = {}): Promise<unknown> {
  const response = await fetch(url, { headers, signal: AbortSignal.timeout(10_000) })
  if (!response.ok) throw new Error(`${url} answered ${response.status}`)
  return response.json()
}

type Tokens = { idToken?: string | undefined; accessToken?: string | undefined }

/** Who the provider says this is: its signature, issuer, audience and time checked (OpenID Connect Core 3.1.3.7). */
export async function readIdentity({ issuer, clientId }: Settings, { idToken, accessToken }: Tokens) {
  if (!idToken) throw new Error('The identity provider sent no ID token.')
  const provider = discovered.parse(await getJson(discoveryOf(issuer)))
  const keys = createRemoteJWKSet(new URL(provider.jwks_uri))
  const options = { issuer: provider.issuer, audience: clientId, clockTolerance: 60 }
  const token = claims.parse((await jwtVerify(idToken, keys, options)).payload)
  if (token.email || !provider.userinfo_endpoint || !accessToken) return token
  const more = claims.parse(await getJson(provider.userinfo_endpoint, { authorization: `Bearer ${accessToken}` }))
  if (more.sub !== token.sub) throw new Error('The identity provider answered about somebody else.')
  return more
}

// better-auth then leads the browser back to the sign-in page.
function logRefusal(error: unknown) {
  console.error('Sign-in: the identity provider was not believed.', error)
  return null
}

/** Signs people in through any OpenID Connect provider: code flow with PKCE and state. */
export function oidcPlugin(settings: Settings) {
  return genericOAuth({
    config: [
      {
        providerId: PROVIDER,
        discoveryUrl: discoveryOf(settings.issuer),
        clientId: settings.clientId,
        clientSecret: settings.clientSecret,
        scopes: ['openid', 'email', 'profile'],
        pkce: true,
        getUserInfo: async (tokens) => {
          const identity = await readIdentity(settings, tokens).catch(logRefusal)
          if (identity === null) return null
          const { sub, email, email_verified, name, preferred_username } = identity
          const shown = name || preferred_username || email || sub
          return { id: sub, email: email ?? null, emailVerified: email_verified ?? false, name: shown }
        },
      },
    ],
  })
}
