import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { outcomeOf, verdictInput } from './verdict'

const valid = {
  trajectoryId: '01933333-0000-7000-8000-000000000001',
  revisionId: '01933333-0000-7000-8000-000000000002',
  choice: 'accept',
  seen: 0,
}

describe('outcomeOf', () => {
  it.each([
    [[], 'open'],
    [['withdrawn'], 'open'],
    [['accept'], 'accepted'],
    [['accept', 'accept', 'withdrawn'], 'accepted'],
    [['fix', 'fix'], 'fix'],
    [['reject'], 'rejected'],
    [['accept', 'reject'], 'disputed'],
    [['accept', 'fix'], 'disputed'],
  ] as const)('%j is %s', (choices, outcome) => {
    expect(outcomeOf(choices)).toBe(outcome)
  })

  it('does not depend on who spoke first', () => {
    const choice = fc.constantFrom('accept', 'fix', 'reject', 'withdrawn')
    fc.assert(
      fc.property(fc.array(choice), (choices) => {
        expect(outcomeOf([...choices].reverse())).toBe(outcomeOf(choices))
      }),
    )
  })
})

describe('verdictInput', () => {
  it('takes an acceptance without a note', () => {
    expect(verdictInput.parse(valid)).toMatchObject({ note: '', actionsRight: null })
  })

  it.each(['', '   ', '\n'])('refuses a rejection whose note is %j', (note) => {
    const parsed = verdictInput.safeParse({ ...valid, choice: 'reject', note })
    expect(parsed.error?.issues[0]).toMatchObject({ path: ['note'], message: 'A rejection needs a note.' })
  })

  it('refuses a character that the store cannot hold', () => {
    expect(verdictInput.safeParse({ ...valid, note: 'a\u0000b' }).success).toBe(false)
  })
})
