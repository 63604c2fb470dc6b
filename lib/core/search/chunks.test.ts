import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bigrams } from './bigrams'
import { CHUNK_BYTES, longWords, OVERLAP, searchChunks } from './chunks'

describe('bigrams', () => {
  it.each([
    ['no such script', ''],
    ['数据库', '数据 据库'],
    ['the 数据 of 库', '数据 库'],
    ['データベース', 'デー ータ タベ ベー ース'],
    ['데이터 집합', '데이 이터 집합'],
  ])('%s', (text, expected) => {
    expect(bigrams(text)).toBe(expected)
  })
})

describe('searchChunks', () => {
  it.each([
    ['', 1],
    ['short', 1],
    ['a'.repeat(100_000), 1],
    ['a'.repeat(100_001), 4],
    ['数'.repeat(33_333), 1],
    ['数'.repeat(33_334), 2],
  ])('%# cuts into so many', (text, count) => {
    expect(searchChunks(text)).toHaveLength(count)
  })

  it('leaves nothing out, cuts no character, and keeps any passage of 256 characters whole', () => {
    const piece = fc.constantFrom('a', 'é', '数', '😀', '\n')
    const long = fc
      .tuple(fc.array(piece, { minLength: 1, maxLength: 50 }), fc.integer({ min: 1500, max: 6000 }))
      .map(([parts, times]) => parts.join('').repeat(times))
    fc.assert(
      fc.property(long, fc.double({ min: 0, max: 1, noNaN: true }), (text, place) => {
        const chunks = searchChunks(text)
        for (const chunk of chunks) {
          expect(Buffer.byteLength(chunk)).toBeLessThanOrEqual(CHUNK_BYTES)
          expect(/\p{Surrogate}/u.test(chunk)).toBe(false)
        }
        const at = Math.floor(place * Math.max(0, text.length - OVERLAP))
        const passage = text.slice(at, at + OVERLAP)
        expect(chunks.some((chunk) => chunk.includes(passage))).toBe(true)
      }),
      { numRuns: 60 },
    )
  })
})

describe('longWords', () => {
  it('gives the beginning of what a tsvector would leave out', () => {
    expect(longWords(`short ${'x'.repeat(3000)} end`)).toBe('x'.repeat(500))
    expect(longWords('nothing long here')).toBe('')
  })
})
