import { hostname } from 'node:os'
import { describe, expect, it } from 'vitest'
import { readEnv } from '@/lib/env'
import { baseUrl, trustedOrigins } from './base-url'
import { cookiePrefix } from './cookie'

const at = (given: Record<string, string>) => readEnv(given)

describe('baseUrl', () => {
  it.each([
    [{}, 'http://127.0.0.1:3000'],
    [{ PORT: '80' }, 'http://127.0.0.1'],
    [{ HOST: '::1', PORT: '4000' }, 'http://[::1]:4000'],
    [{ HOST: '0.0.0.0', PORT: '4000' }, 'http://127.0.0.1:4000'],
    [{ ASSAY_URL: 'https://assay.example.org/base/' }, 'https://assay.example.org'],
  ])('%o is %s', (given, expected) => {
    expect(baseUrl(at(given))).toBe(expected)
  })
})

describe('trustedOrigins', () => {
  it('takes the names of loopback for one another', () => {
    expect(trustedOrigins(at({ PORT: '4000' }))).toEqual([
      'http://127.0.0.1:4000',
      'http://[::1]:4000',
      'http://localhost:4000',
    ])
  })
  it('takes a public address alone', () => {
    expect(trustedOrigins(at({ ASSAY_URL: 'https://assay.example.org', HOST: '0.0.0.0' }))).toEqual([
      'https://assay.example.org',
    ])
  })
  it('takes this machine by its name where it listens everywhere', () => {
    expect(trustedOrigins(at({ HOST: '0.0.0.0', PORT: '4000' }))).toContain(new URL(`http://${hostname()}:4000`).origin)
  })
})

it('keeps the sessions of two servers on one machine apart', () => {
  expect(cookiePrefix('http://127.0.0.1:3000')).not.toBe(cookiePrefix('http://127.0.0.1:3001'))
  expect(cookiePrefix('https://assay.example.org')).toBe('assay')
})
