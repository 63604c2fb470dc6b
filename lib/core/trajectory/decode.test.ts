import { describe, expect, it } from 'vitest'
import { decodeText, readJson } from './decode'

const bytes = (text: string) => new TextEncoder().encode(text)

const decodeRecord = (given: Uint8Array) => readJson(decodeText(given))

describe('decodeText and readJson', () => {
  it.each([
    ['{"a":[1,"x"]}', { a: [1, 'x'] }],
    ['{"a":NaN,"b":[-Infinity,"NaN \\" Infinity"]}', { a: null, b: [null, 'NaN " Infinity'] }],
  ])('reads %s', (text, value) => {
    expect(decodeRecord(bytes(text))).toEqual(value)
  })

  it.each([
    [
      'Latin-1',
      Uint8Array.from([0x22, 0x61, 0xe9, 0x22]),
      'not UTF-8 at byte 2 of the record (it may be Latin-1 or Windows-1252); convert the file to UTF-8',
    ],
    [
      'UTF-16',
      Uint8Array.from([0xff, 0xfe, 0x22, 0x00]),
      'not UTF-8 at byte 0 of the record (it may be UTF-16); convert the file to UTF-8',
    ],
    ['a character cut in two', Uint8Array.from([0x22, 0xf0, 0x9f, 0x98]), 'not UTF-8 at byte 1'],
    ['text', bytes('hello'), 'not JSON: Unexpected token'],
    ['NaN in what is broken anyway', bytes('{NaN'), 'not JSON: '],
  ])('says what is wrong with %s', (_, given, reason) => {
    expect(() => decodeRecord(given)).toThrow(reason)
  })
})
