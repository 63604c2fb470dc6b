import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toggleValue, valuesOf, withValues, writeValue } from './edit'
import { queryKeys } from './keys'
import { lex } from './lex'
import { parseQuery } from './query'

describe('parseQuery', () => {
  it('reads the example of the manual', () => {
    const query = parseQuery('task:webshop reward:>=0.7 flag:hindsight "non slip" -verdict:accept')
    expect(query.problems).toEqual([])
    expect(query.terms).toEqual([
      { type: 'names', key: 'task', negated: false, values: ['webshop'], none: false },
      {
        type: 'numbers',
        key: 'reward',
        negated: false,
        none: false,
        ranges: [{ low: 0.7, high: null, lowOpen: false, highOpen: false }],
      },
      { type: 'names', key: 'flag', negated: false, values: ['hindsight'], none: false },
      { type: 'text', part: 'any', negated: false, text: 'non slip', phrase: true },
      { type: 'names', key: 'verdict', negated: true, values: ['accept'], none: false },
    ])
  })

  it.each([
    ['steps:3..8', { low: 3, high: 8, lowOpen: false, highOpen: false }],
    ['reward:0.2..<0.3', { low: 0.2, high: 0.3, lowOpen: false, highOpen: true }],
    ['steps:<8', { low: null, high: 8, lowOpen: false, highOpen: true }],
    ['reward:1', { low: 1, high: 1, lowOpen: false, highOpen: false }],
    ['reward:>-0.5', { low: -0.5, high: null, lowOpen: true, highOpen: false }],
  ])('%s', (text, range) => {
    expect(parseQuery(text).terms[0]).toMatchObject({ ranges: [range] })
  })

  it('joins values by commas and knows the absence of one', () => {
    expect(parseQuery('model:"gpt 4",none').terms[0]).toMatchObject({ values: ['gpt 4'], none: true })
  })

  it.each([
    ['colour:red', 'There is no filter “colour:”'],
    ['reward:high', 'reward takes a number'],
    ['outcome:maybe', 'outcome is one of open, accepted, fix, rejected, disputed; “maybe” is not.'],
    ['task:', 'task: is followed by nothing'],
    ['a OR b', 'OR is not supported'],
    ['(a', 'Brackets are not supported'],
    ['"open', 'never closed'],
    ['task:"open', 'never closed'],
  ])('refuses %s and says why', (text, message) => {
    const { problems } = parseQuery(text)
    expect(problems).toHaveLength(1)
    expect(problems[0]?.message).toContain(message)
    expect(text.slice(problems[0]?.start, problems[0]?.end)).not.toBe('')
  })

  it('drops nothing: every word is a term or a problem', () => {
    const word = fc.oneof(
      fc.string(),
      fc.constantFrom('task:a', '-', '"', ':', ',', 'reward:>1', 'x:y', '-"a b"', 'a,b', 'task:a"b'),
    )
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const text = words.join(' ')
        const { terms, problems } = parseQuery(text)
        const tokens = lex(text)
        expect(terms.length + problems.length).toBe(tokens.length)
        const left = tokens.reduceRight((rest, token) => rest.slice(0, token.start) + rest.slice(token.end), text)
        expect(left.trim()).toBe('')
      }),
    )
  })
})

describe('editing a query', () => {
  it('switches a facet on and off and leaves the rest as typed', () => {
    const on = toggleValue('"non slip"  reward:1', 'task', 'webshop')
    expect(on).toBe('"non slip" reward:1 task:webshop')
    expect(toggleValue(on, 'task', 'alfworld')).toBe('"non slip" reward:1 task:webshop,alfworld')
    expect(toggleValue(on, 'task', 'webshop')).toBe('"non slip" reward:1')
  })

  it('reads back any value it writes', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (value) => {
        expect(valuesOf(withValues('steps:3', 'model', [value]), 'model')).toEqual([value])
        expect(lex(`model:${writeValue(value)}`)).toHaveLength(1)
      }),
    )
  })
})

it('names every key in lower case, so that a query may be typed in any case', () => {
  expect(Object.keys(queryKeys).filter((key) => key !== key.toLowerCase())).toEqual([])
})
