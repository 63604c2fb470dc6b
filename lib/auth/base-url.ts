import { isIP } from 'node:net'
import { hostname, networkInterfaces } from 'node:os'
import { type Env, readEnv } from '@/lib/env'

const EVERY_INTERFACE = ['0.0.0.0', '::']
const LOOPBACK = ['127.0.0.1', '::1', 'localhost']

const inUrl = (host: string) => (isIP(host) === 6 ? `[${host}]` : host)

/** The address people type, without a path: ASSAY_URL, or else http://HOST:PORT. */
export function baseUrl(env: Env = readEnv()): string {
  if (env.ASSAY_URL) return new URL(env.ASSAY_URL).origin
  const host = EVERY_INTERFACE.includes(env.HOST) ? '127.0.0.1' : env.HOST
  return new URL(`http://${inUrl(host)}:${env.PORT}`).origin
}

/**
 * Every origin whose pages may change something: the address itself; on loopback its other names; and, where the
 * server listens on every interface and nobody named its address, those of this machine.
 */
export function trustedOrigins(env: Env = readEnv()): string[] {
  const base = new URL(baseUrl(env))
  if (env.ASSAY_URL && !LOOPBACK.includes(base.hostname.replace(/[[\]]/g, ''))) return [base.origin]
  const hosts = LOOPBACK.includes(env.HOST) || env.ASSAY_URL ? LOOPBACK : everyHost(env)
  const port = base.port && `:${base.port}`
  const others = hosts.map((host) => new URL(`${base.protocol}//${inUrl(host)}${port}`).origin)
  return [...new Set([base.origin, ...others])]
}

function everyHost(env: Env): string[] {
  if (!EVERY_INTERFACE.includes(env.HOST)) return [env.HOST]
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? [])
  // A link-local address carries a zone (%eth0), which no URL can hold.
  return [
    ...LOOPBACK,
    hostname(),
    ...addresses.map(({ address }) => address).filter((address) => !address.includes('%')),
  ]
}
