import { createServer } from 'node:http'
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readIdentity } from './oidc'

const server = createServer()
let issuer = ''
let keys: Awaited<ReturnType<typeof generateKeyPair>>
let otherKeys: typeof keys
let userInfo: Record<string, unknown> = {}

beforeAll(async () => {
  keys = await generateKeyPair('RS256')
  otherKeys = await generateKeyPair('RS256')
  const jwk = { ...(await exportJWK(keys.publicKey)), kid: 'one', alg: 'RS256' }
  server.on('request', (request, response) => {
    const pages: Record<string, unknown> = {
      '/.well-known/openid-configuration': { issuer, jwks_uri: `${issuer}/keys`, userinfo_endpoint: `${issuer}/me` },
      '/keys': { keys: [jwk] },
      '/me': userInfo,
    }
    response.setHeader('content-type', 'application/json').end(JSON.stringify(pages[request.url ?? '']))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address !== null && typeof address !== 'string') issuer = `http://127.0.0.1:${address.port}`
})
afterAll(() => server.close())

const settings = () => ({ issuer, clientId: 'assay', clientSecret: 'unused here' })
const now = () => Math.floor(Date.now() / 1000)
const good = (): JWTPayload => ({
  iss: issuer,
  aud: 'assay',
  sub: 'leo',
  email: 'leo@example.test',
  iat: now(),
  exp: now() + 300,
})
const sign = (payload: JWTPayload, pair = keys) =>
  new SignJWT(payload).setProtectedHeader({ alg: 'RS256', kid: 'one' }).sign(pair.privateKey)

describe('readIdentity', () => {
  it('believes a token of the provider for us', async () => {
    expect(await readIdentity(settings(), { idToken: await sign(good()) })).toMatchObject({
      sub: 'leo',
      email: 'leo@example.test',
    })
  })

  it.each<[string, () => Promise<string> | string]>([
    ['signed by somebody else', () => sign(good(), otherKeys)],
    ['without a signature', () => new UnsecuredJWT(good()).encode()],
    ['of another provider', () => sign({ ...good(), iss: 'https://other.example' })],
    ['for another application', () => sign({ ...good(), aud: 'another' })],
    ['that ran out', () => sign({ ...good(), exp: now() - 300 })],
    ['about nobody', () => sign({ ...good(), sub: '' })],
    ['that is none', () => 'x.y.z'],
  ])('refuses a token %s', async (_, token) => {
    await expect(readIdentity(settings(), { idToken: await token() })).rejects.toThrow()
  })

  it('refuses an answer without a token', async () => {
    await expect(readIdentity(settings(), { accessToken: 'a' })).rejects.toThrow('no ID token')
  })

  it('asks about the address where the token has none, and refuses what is about somebody else', async () => {
    const { email: _, ...without } = good()
    const tokens = { idToken: await sign(without), accessToken: 'a' }
    userInfo = { sub: 'leo', email: 'asked@example.test', email_verified: true }
    expect(await readIdentity(settings(), tokens)).toMatchObject({ email: 'asked@example.test' })
    userInfo = { sub: 'rita', email: 'asked@example.test' }
    await expect(readIdentity(settings(), tokens)).rejects.toThrow('somebody else')
  })
})
