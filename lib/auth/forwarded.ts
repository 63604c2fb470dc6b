import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'
import { BlockList, isIP } from 'node:net'
import { readEnv } from '@/lib/env'

/** The path and query of the request, set by the server itself: a page cannot ask Next for it. */
export const PATH_HEADER = 'x-assay-path'

/** @throws Error naming the entry that is neither an address nor a range */
export function parseProxies(list: string): BlockList {
  const proxies = new BlockList()
  for (const entry of list.split(',').map((part) => part.trim())) {
    if (entry === '') continue
    const [address = '', prefix] = entry.split('/')
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    const bits = Number(prefix ?? (family === 'ipv6' ? 128 : 32))
    if (!isIP(address) || !Number.isInteger(bits) || bits < 0 || bits > (family === 'ipv6' ? 128 : 32))
      throw new Error(`TRUSTED_PROXIES: "${entry}" is neither an address nor a range like 10.0.0.0/8.`)
    proxies.addSubnet(address, bits, family)
  }
  return proxies
}

// ::ffff:10.0.0.1 is how a socket that listens on IPv6 names an IPv4 peer.
const plain = (address: string) => address.replace(/^::ffff:(?=\d+\.)/i, '')

const trusts = (proxies: BlockList, address: string) =>
  isIP(address) !== 0 && proxies.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')

/**
 * Who really asks: the peer of the socket, unless that is a proxy we trust; then the last address of its
 * X-Forwarded-For that no trusted proxy wrote about another. What a client claims about itself counts for nothing.
 */
export function clientAddress(peer: string, forwardedFor: string | undefined, proxies: BlockList): string {
  let client = plain(peer)
  const chain = (forwardedFor ?? '').split(',').map((part) => plain(part.trim()))
  while (trusts(proxies, client)) {
    const before = chain.pop()
    if (!before || !isIP(before)) return client
    client = before
  }
  return client
}

/** Rewrites the headers that say where a request comes from, before anything has read them. */
export function settleHeaders(request: IncomingMessage, proxies: BlockList) {
  const { headers, socket } = request
  const peer = socket.remoteAddress ?? ''
  const claimed = headers['x-forwarded-for']
  headers['x-forwarded-for'] = clientAddress(peer, Array.isArray(claimed) ? claimed.join() : claimed, proxies)
  headers[PATH_HEADER] = request.url ?? '/'
  if (trusts(proxies, plain(peer))) return
  for (const name of ['x-forwarded-host', 'x-forwarded-proto', 'x-forwarded-port', 'x-real-ip', 'forwarded'])
    delete headers[name]
}

/**
 * From now on every HTTP request to this process arrives with settled headers. Next keeps a client's X-Forwarded-For
 * and does not show the socket to a route, so this listens where Node announces a request, ahead of Next.
 */
export function believeOnlyProxies() {
  const proxies = parseProxies(readEnv().TRUSTED_PROXIES)
  subscribe('http.server.request.start', (message) => {
    if (isStart(message)) settleHeaders(message.request, proxies)
  })
}

function isStart(message: unknown): message is { request: IncomingMessage } {
  return typeof message === 'object' && message !== null && 'request' in message
}
