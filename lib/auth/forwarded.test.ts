import { createServer, get } from 'node:http'
import type { AddressInfo } from 'node:net'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { believeOnlyProxies, clientAddress, parseProxies } from './forwarded'

describe('clientAddress', () => {
  it.each([
    // peer, X-Forwarded-For, TRUSTED_PROXIES, who really asks
    ['203.0.113.9', undefined, '', '203.0.113.9'],
    ['203.0.113.9', '1.2.3.4', '', '203.0.113.9'],
    ['203.0.113.9', '1.2.3.4', '10.0.0.0/8', '203.0.113.9'],
    ['10.0.0.1', '1.2.3.4', '10.0.0.0/8', '1.2.3.4'],
    ['10.0.0.1', '6.6.6.6, 1.2.3.4', '10.0.0.0/8', '1.2.3.4'],
    ['10.0.0.1', '6.6.6.6, 1.2.3.4, 10.9.9.9', '10.0.0.0/8', '1.2.3.4'],
    ['10.0.0.1', 'nonsense', '10.0.0.0/8', '10.0.0.1'],
    ['10.0.0.1', '1.2.3.4, nonsense', '10.0.0.0/8', '10.0.0.1'],
    ['10.0.0.1', undefined, '10.0.0.0/8', '10.0.0.1'],
    ['::ffff:10.0.0.1', '1.2.3.4', '10.0.0.1', '1.2.3.4'],
    ['::1', '2001:db8::7', '::1', '2001:db8::7'],
    ['2001:db8::1', '2001:db8::7, 2001:db8:1::2', '2001:db8::/64, 2001:db8:1::/48', '2001:db8::7'],
  ])('%s with %s behind "%s" is %s', (peer, claimed, proxies, client) => {
    expect(clientAddress(peer, claimed, parseProxies(proxies))).toBe(client)
  })

  it('believes nothing a client claims, whatever it is', () => {
    fc.assert(
      fc.property(fc.string(), (claimed) => {
        expect(clientAddress('203.0.113.9', claimed, parseProxies('10.0.0.0/8'))).toBe('203.0.113.9')
      }),
    )
  })

  it.each(['proxy.example.org', '10.0.0.0/33', '10.0.0.0/x', '::1/129'])('refuses the proxy %s by name', (entry) => {
    expect(() => parseProxies(`127.0.0.1, ${entry}`)).toThrow(`TRUSTED_PROXIES: "${entry}"`)
  })
})

describe('believeOnlyProxies', () => {
  const server = createServer((request, response) => response.end(JSON.stringify(request.headers)))
  afterAll(() => server.close())

  it('settles the headers of every request before anybody reads them', async () => {
    process.env.TRUSTED_PROXIES = ''
    believeOnlyProxies()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const headers = { 'x-forwarded-for': '6.6.6.6', 'x-forwarded-host': 'evil.example', 'x-assay-path': '/forged' }
    const seen = await new Promise<Record<string, string>>((resolve) =>
      get({ port, host: '127.0.0.1', path: '/people?q=1', headers }, async (response) =>
        resolve(JSON.parse(Buffer.concat(await response.toArray()).toString())),
      ),
    )
    expect(seen).toMatchObject({ 'x-forwarded-for': '127.0.0.1', 'x-assay-path': '/people?q=1' })
    expect(seen).not.toHaveProperty('x-forwarded-host')
  })
})
