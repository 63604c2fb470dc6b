import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readEnv } from './env'

describe('readEnv', () => {
  it('takes an empty variable for an unset one', () => {
    expect(readEnv({ PORT: '', DATABASE_URL: '' })).toMatchObject({ PORT: 3000, HOST: '127.0.0.1' })
    expect(readEnv({ DATABASE_URL: '' }).DATABASE_URL).toBeUndefined()
  })

  it('names the variable that cannot be used', () => {
    expect(() => readEnv({ PORT: 'many' })).toThrow(/PORT: /)
    expect(() => readEnv({ ASSAY_SECRET: 'short' })).toThrow(/ASSAY_SECRET: /)
  })

  it('is whole in .env.example', () => {
    const example = readFileSync(new URL('../.env.example', import.meta.url), 'utf8')
    const listed = [...example.matchAll(/^([A-Z_]+)=$/gm)].map(([, name]) => name ?? '')
    const known = [...readFileSync(new URL('env.ts', import.meta.url), 'utf8').matchAll(/^ {2}([A-Z_]+): z/gm)]
    // ASSAY_INSTANCE is what `up` tells its own children.
    const settable = known.map(([, name]) => name).filter((name) => name !== 'ASSAY_INSTANCE')
    expect(listed.sort()).toEqual(settable.sort())
  })
})
