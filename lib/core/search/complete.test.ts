import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accept, complete } from './complete'
import { queryKeys } from './keys'
import { parseQuery } from './query'

const known = { task: ['webshop', 'alfworld'], model: ['gpt 4', 'wren-7b'] }
const labels = (text: string) => complete(text, text.length, known)?.offers.map((offer) => offer.label) ?? []

describe('complete', () => {
  it.each([
    ['ta', ['task:']],
    ['task:webshop so', ['source:']],
    ['-out', ['outcome:']],
    ['task:', ['webshop', 'alfworld']],
    ['task:alf', ['alfworld']],
    ['task:webshop,', ['alfworld']],
    ['model:g', ['gpt 4']],
    ['model:"gpt', ['gpt 4']],
    ['model:"gpt 4",', ['wren-7b', 'none']],
    ['outcome:disp', ['disputed']],
    ['reward:', ['>=', '<']],
    ['reward:0', []],
    ['rationale:x', []],
    ['nothing:', []],
    ['"task', []],
  ])('after %s offers %j', (text, offers) => {
    expect(labels(text)).toEqual(offers)
  })

  it('offers every key where nothing is typed, at most twelve', () => {
    expect(labels('')).toEqual(
      Object.keys(queryKeys)
        .slice(0, 12)
        .map((key) => `${key}:`),
    )
  })

  it('makes a query that is understood, wherever a value is taken', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('model:', 'task:webshop model:'), (value, text) => {
        const found = complete(text, text.length, { model: [value] })
        const [offer] = found?.offers ?? []
        if (!found || !offer || value === '') return
        expect(parseQuery(accept(text, found, offer).text).problems).toEqual([])
      }),
    )
  })

  it('leaves the caret after what it wrote', () => {
    const found = complete('task:we reward:1', 7, known)
    if (!found?.offers[0]) throw new Error('nothing offered')
    expect(accept('task:we reward:1', found, found.offers[0])).toEqual({ text: 'task:webshop reward:1', caret: 12 })
  })
})
