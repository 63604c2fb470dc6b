import 'server-only'
import { betterAuth } from 'better-auth'
import { prismaAdapter } from 'better-auth/adapters/prisma'
import { v7 as newId } from 'uuid'
import { prisma } from '@/lib/data/client'
import { type Env, readEnv } from '@/lib/env'
import { admissionHooks, afterSignIn, beforeSignIn } from './admission'
import { baseUrl, trustedOrigins } from './base-url'
import { cookiePrefix } from './cookie'
import { PASSWORD_MAX, PASSWORD_MIN } from './inputs'
import { oidcPlugin, oidcSettings } from './oidc'
import { sessionSecret } from './secret'

export const SESSION_DAYS = 14

/** better-auth over our tables. Its own sign-up, its account pages and its telemetry are off: see route.ts. */
export function buildAuth(env: Env) {
  const oidc = oidcSettings(env)
  const url = baseUrl(env)
  return betterAuth({
    appName: 'Assay',
    baseURL: url,
    secret: sessionSecret(env),
    trustedOrigins: trustedOrigins(env),
    database: prismaAdapter(prisma, { provider: 'postgresql', transaction: true }),
    user: { modelName: 'authUser' },
    // A session ends when it was said to end, so reading a page never writes.
    session: { modelName: 'authSession', expiresIn: SESSION_DAYS * 86_400, disableSessionRefresh: true },
    account: { modelName: 'authAccount', updateAccountOnSignIn: false },
    verification: { modelName: 'authVerification' },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_MIN,
      maxPasswordLength: PASSWORD_MAX,
    },
    plugins: oidc ? [oidcPlugin(oidc)] : [],
    rateLimit: { enabled: true, storage: 'database', modelName: 'authRateLimit' },
    hooks: { before: beforeSignIn, after: afterSignIn },
    databaseHooks: admissionHooks,
    onAPIError: { errorURL: `${url}/login` },
    logger: { level: 'info', log: logFault },
    telemetry: { enabled: false },
    advanced: {
      cookiePrefix: cookiePrefix(url),
      useSecureCookies: url.startsWith('https://'),
      // Checked in the tests too, where better-auth would leave it out.
      disableCSRFCheck: false,
      disableOriginCheck: false,
      database: { generateId: () => newId() },
      // lib/auth/forwarded.ts has made this one address that can be believed.
      ipAddress: { ipAddressHeaders: ['x-forwarded-for'] },
    },
  })
}

// At the level 'error' better-auth prints every refusal past this function; at 'info' it asks it about everything.
function logFault(level: string, message: string, ...details: unknown[]) {
  if (level === 'error') console.error(`Sign-in: ${message}`, ...details)
}

type Auth = ReturnType<typeof buildAuth>
let built: Auth | undefined

/** The one instance of this process, built from the environment when it is first asked for. */
export function auth(): Auth {
  built ??= buildAuth(readEnv())
  return built
}
