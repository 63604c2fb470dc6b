// As much of oidc-provider as the tests use; it ships no types.
declare module 'oidc-provider' {
  import type { RequestListener } from 'node:http'

  type Account = { accountId: string; claims: () => Promise<Record<string, unknown>> }
  type Configuration = {
    clients: Record<string, unknown>[]
    claims: Record<string, string[]>
    conformIdTokenClaims: boolean
    findAccount: (ctx: unknown, id: string) => Promise<Account | undefined>
    cookies: { keys: string[] }
    pkce: { required: () => boolean }
  }
  export default class Provider {
    constructor(issuer: string, configuration: Configuration)
    callback(): RequestListener
  }
}
