import { createServer } from 'node:http'
import Provider from 'oidc-provider'

export type Claims = { email?: string; email_verified?: boolean; name?: string }

type Options = { redirectUri: string; people: Record<string, Claims>; claimsInIdToken: boolean }

export const CLIENT = { clientId: 'assay', clientSecret: 'a secret between the two of them' }

/** A real OpenID Connect provider on loopback that signs in whoever types one of the names. */
export async function startIdentityProvider({ redirectUri, people, claimsInIdToken }: Options) {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const issuer = `http://127.0.0.1:${address.port}`
  const provider = new Provider(issuer, {
    clients: [{ client_id: CLIENT.clientId, client_secret: CLIENT.clientSecret, redirect_uris: [redirectUri] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    conformIdTokenClaims: !claimsInIdToken,
    findAccount: async (_, id) => {
      const claims = people[id]
      return claims && { accountId: id, claims: async () => ({ sub: id, ...claims }) }
    },
    cookies: { keys: ['only for tests'] },
    pkce: { required: () => true },
  })
  server.on('request', provider.callback())
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { issuer, close }
}

/**
 * Walks through the provider's pages as a browser would, types the name and agrees.
 *
 * @returns where the provider sends the browser back to
 */
export async function passProvider(start: string, name: string, backTo: string): Promise<string> {
  const jar = new Map<string, string>()
  let [url, form]: [string, URLSearchParams | null] = [start, null]
  for (let hop = 0; hop < 20; hop += 1) {
    const response: Response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...jar].map(([key, value]) => `${key}=${value}`).join('; ') },
      ...(form ? { method: 'POST', body: form } : {}),
    })
    for (const line of response.headers.getSetCookie()) {
      const [key = '', value = ''] = (line.split(';')[0] ?? '').split('=')
      jar.set(key, value)
    }
    const location = response.headers.get('location')
    if (location) {
      ;[url, form] = [new URL(location, url).href, null]
      if (url.startsWith(backTo)) return url
      continue
    }
    const page = await response.text()
    const action = /action="([^"]+)"/.exec(page)?.[1]
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1]
    if (!action || !prompt) throw new Error(`The provider shows no form (${response.status}): ${page.slice(0, 300)}`)
    ;[url, form] = [new URL(action, url).href, new URLSearchParams({ prompt, login: name, password: 'any' })]
  }
  throw new Error('The provider never sends the browser back.')
}
