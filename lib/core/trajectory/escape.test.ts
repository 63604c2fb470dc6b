import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escapeJson, escapeText, unescapeJson, unescapeText } from './escape'

const anyText = fc.string({
  unit: fc.oneof(fc.nat(0xffff), fc.constantFrom(0, 0x241b, 0xd83d, 0xde00)).map((unit) => String.fromCharCode(unit)),
})

describe('escapeText', () => {
  it.each([
    ['plain text, å and 😀', 'plain text, å and 😀'],
    ['a\u0000b', 'a\u241b0000b'],
    ['\ud83d', '\u241bD83D'],
    ['\ude00\ud83d', '\u241bDE00\u241bD83D'],
    ['\ud83d\ud83d\ude00', '\u241bD83D😀'],
    ['\u241b0000', '\u241b241B0000'],
  ])('%j', (text, escaped) => {
    expect(escapeText(text)).toBe(escaped)
    expect(unescapeText(escaped)).toBe(text)
  })

  it('is undone by unescapeText, and its result can be stored', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const escaped = escapeText(text)
        expect(unescapeText(escaped)).toBe(text)
        expect(escaped).not.toContain('\u0000')
        // UTF-8 has no lone surrogates: an encoder replaces them
        expect(new TextDecoder().decode(new TextEncoder().encode(escaped))).toBe(escaped)
      }),
    )
  })

  it('leaves text alone that needs nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => {
        expect(escapeText(text)).toBe(text)
      }),
    )
  })
})

describe('escapeJson', () => {
  it('reaches every string and name, and is undone', () => {
    fc.assert(
      fc.property(fc.jsonValue(), anyText, (value, text) => {
        const json = JSON.parse(JSON.stringify({ value, [text]: [text] }))
        const escaped = escapeJson(json)
        expect(JSON.stringify(escaped)).not.toMatch(/\\u0000|\\ud[89a-f]/i)
        expect(unescapeJson(escaped)).toEqual(json)
      }),
    )
  })

  it('keeps a member named __proto__ a member', () => {
    expect(JSON.stringify(escapeJson(JSON.parse('{"__proto__":{"x":"\\u0000"}}')))).toBe(
      '{"__proto__":{"x":"\u241b0000"}}',
    )
  })
})
