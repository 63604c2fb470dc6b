import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readEnv } from '@/lib/env'
import { sessionSecret } from './secret'

const home = mkdtempSync(path.join(tmpdir(), 'assay-secret-'))
afterAll(() => rmSync(home, { recursive: true }))

describe('sessionSecret', () => {
  it('takes the one it is given', () => {
    expect(sessionSecret(readEnv({ ASSAY_SECRET: 'x'.repeat(32) }))).toBe('x'.repeat(32))
  })
  it('makes one once, for its owner alone', () => {
    const env = readEnv({ ASSAY_HOME: path.join(home, 'new') })
    const secret = sessionSecret(env)
    expect(secret.length).toBeGreaterThanOrEqual(43)
    expect(sessionSecret(env)).toBe(secret)
    expect(statSync(path.join(home, 'new', 'secret')).mode & 0o777).toBe(0o600)
  })
  it('says which file holds none', () => {
    writeFileSync(path.join(home, 'secret'), 'short')
    expect(() => sessionSecret(readEnv({ ASSAY_HOME: home }))).toThrow(path.join(home, 'secret'))
  })
})
