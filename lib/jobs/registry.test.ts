import { describe, expect, it } from 'vitest'
import { rights } from '@/lib/auth/permissions'
import { kindTitles } from './queue'
import { jobKinds } from './registry'

describe('every kind of job', () => {
  it.each(Object.entries(jobKinds))('%s', (name, kind) => {
    expect(kind.name).toBe(name)
    expect(kind.title).toMatch(/^[A-Z]/)
    // Who may start one stands in the table of rights, and the jobs page knows what to call it.
    expect(Object.keys(rights)).toContain(kind.right)
    expect(kindTitles[name]).toBe(kind.title)
    expect(kind.accept('nothing of the kind')).toEqual({ ok: false, reason: 'invalid' })
  })
})
