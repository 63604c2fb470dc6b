import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { returnPath } from './return-path'

describe('returnPath', () => {
  it.each([
    [undefined, '/'],
    ['', '/'],
    ['/people?q=a&page=2', '/people?q=a&page=2'],
    ['/trajectories?_rsc=1k2&q=x', '/trajectories?q=x'],
    ['http://127.0.0.1:3000/people?q=1', '/people?q=1'],
    ['//evil.example/x', '/x'],
    ['/\\evil.example', '/'],
    ['\\\\evil.example', '/'],
    ['https://evil.example/', '/'],
    ['javascript:alert(1)', '/'],
    ['/login?next=/x', '/'],
    ['/api/auth/sign-out', '/'],
    ['/invitation?token=x', '/'],
    ['http://', '/'],
  ])('%s leads to %s', (asked, expected) => {
    expect(returnPath(asked)).toBe(expected)
  })

  it('never leaves this server', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl(),
          fc.string().map((tail) => `/${tail}`),
          fc.string().map((t) => `//${t}`),
        ),
        (asked) => {
          const home = 'http://127.0.0.1:3000'
          expect(returnPath(asked)).toMatch(/^\//)
          expect(new URL(returnPath(asked), home).origin).toBe(home)
        },
      ),
      { numRuns: 2000 },
    )
  })
})
