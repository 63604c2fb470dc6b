import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JsonObject } from '@/lib/core/trajectory/types'
import { canonicalJson } from './canonical-json'
import { diffArguments, diffCalls } from './diff'
import { action } from './testing/episode'
import { diffSql, diffText, type TextDiff } from './text-diff'

/** A diff as a person would write it: [-removed-] and {+added+}. */
const jot = ({ segments }: TextDiff) =>
  segments
    .map(({ kind, gold, actual }) => (kind === 'equal' ? actual : kind === 'removed' ? `[-${gold}-]` : `{+${actual}+}`))
    .join('')

describe('diffText', () => {
  it.each([
    ['women shoes red', 'women shoes blue', 'women shoes [-red-]{+blue+}', 'word'],
    ['HAT136', 'HAT139', 'HAT13[-6-]{+9+}', 'character'],
    ['', 'new', '{+new+}', 'character'],
    ['economy', 'business', '[-economy-]{+business+}', 'whole'],
    ['same words', 'same words', 'same words', 'word'],
  ])('%j beside %j', (gold, actual, text, unit) => {
    expect(jot(diffText(gold, actual))).toBe(text)
    expect(diffText(gold, actual).unit).toBe(unit)
  })

  it('gives both texts back, however they differ', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (gold, actual) => {
        expect(
          diffText(gold, actual)
            .segments.map((each) => each.gold)
            .join(''),
        ).toBe(gold)
        expect(
          diffText(gold, actual)
            .segments.map((each) => each.actual)
            .join(''),
        ).toBe(actual)
      }),
    )
  })

  it('says that it compared only the ends of texts that have next to nothing in common', () => {
    const [gold, actual] = ['a ', 'b '].map((word) => Array.from({ length: 4000 }, (_, at) => word + at).join(' '))
    const { unit, segments } = diffText(`same ${gold} end`, `same ${actual} end`)
    expect(unit).toBe('whole')
    expect(segments.map(({ kind }) => kind)).toEqual(['equal', 'removed', 'added', 'equal'])
  })
})

describe('diffSql', () => {
  it.each([
    ['SELECT a FROM t', 'execute[select A from T;]', 'select A from T;'],
    ['SELECT a FROM t', 'SELECT b FROM t', 'SELECT [-a -]{+b +}FROM t'],
    [`WHERE x = "Ada"`, `WHERE x = 'Ada' -- her name`, `WHERE x = 'Ada' -- her name`],
    [`WHERE x = 'Ada'`, `WHERE x = 'Bob'`, `WHERE x = [-'Ada'-]{+'Bob'+}`],
  ])('%j beside %j', (gold, actual, text) => {
    expect(jot(diffSql(gold, actual))).toBe(text)
  })

  it('keeps each side as it was written', () => {
    const { segments } = diffSql('SELECT  Name FROM t', 'select name from t WHERE x = 1')
    expect(segments.map(({ gold }) => gold).join('')).toBe('SELECT  Name FROM t')
    expect(segments.map(({ actual }) => actual).join('')).toBe('select name from t WHERE x = 1')
  })
})

describe('diffArguments', () => {
  it.each<[string, JsonObject, JsonObject, [string, string][]]>([
    ['equal by value', { a: 1, b: [2] }, { b: [2], a: 1 }, []],
    ['changed', { cabin: 'economy' }, { cabin: 'business' }, [['changed', 'cabin']]],
    [
      'removed and added',
      { a: 1 },
      { b: 1 },
      [
        ['removed', 'a'],
        ['added', 'b'],
      ],
    ],
    ['inside a list of objects', { f: [{ n: 'A', d: 1 }] }, { f: [{ n: 'A', d: 2 }] }, [['changed', 'f.0.d']]],
    ['an item less at the start of a list', { f: ['a', 'b', 'c'] }, { f: ['b', 'c'] }, [['removed', 'f.0']]],
    ['an item more', { f: ['a'] }, { f: ['a', 'b'] }, [['added', 'f.1']]],
    ['another type', { a: [1] }, { a: 1 }, [['changed', 'a']]],
    ['a key that every object inherits', { a: 1 }, { a: 1, constructor: 2 }, [['added', 'constructor']]],
  ])('%s', (_, gold, actual, found) => {
    const differences = diffArguments(gold, actual)
    expect(differences.map(({ kind, path }) => [kind, path.join('.')])).toEqual(found)
  })

  const leaf = fc.oneof(fc.integer({ min: 0, max: 2 }), fc.constantFrom('x', 'x y'), fc.constant(null))
  const keys = fc.constantFrom('a', 'b', 'c')

  it('finds nothing exactly where the arguments are equal', () => {
    const json = fc.dictionary(keys, fc.oneof(leaf, fc.dictionary(keys, leaf), fc.array(leaf)))
    fc.assert(
      fc.property(json, json, (gold, actual) => {
        expect(diffArguments(gold, actual).length === 0).toBe(canonicalJson(gold) === canonicalJson(actual))
      }),
    )
  })

  it('finds the same places when gold and step change sides', () => {
    const json = fc.dictionary(keys, fc.oneof(leaf, fc.dictionary(keys, leaf)))
    const swapped = { added: 'removed', removed: 'added', changed: 'changed' } as const
    fc.assert(
      fc.property(json, json, (gold, actual) => {
        const there = diffArguments(gold, actual).map(({ kind, path }) => `${swapped[kind]} ${path}`)
        const back = diffArguments(actual, gold).map(({ kind, path }) => `${kind} ${path}`)
        expect(there.sort()).toEqual(back.sort())
      }),
    )
  })
})

describe('diffCalls', () => {
  it('compares SQL by token and arguments by path', () => {
    const gold = action('execute', { sql: 'SELECT a FROM t' })
    const { name, arguments: found, text } = diffCalls(gold, action('execute', { sql: 'select b from t' }), 'sql')
    expect(name).toBeNull()
    expect(found.map(({ path, text: inside }) => [path, inside?.unit])).toEqual([[['sql'], 'token']])
    expect(jot(text)).toBe('select [-a -]{+b +}from t')
  })

  it('names both calls where their names differ', () => {
    expect(diffCalls(action('get'), action('set'), 'tool-call').name).toEqual({ gold: 'get', actual: 'set' })
  })

  it('leaves arguments aside where one side has its text alone', () => {
    const gold = { name: 'take', arguments: {}, raw: 'take mug 1 from desk 2' }
    const made = { name: 'take', arguments: { object: 'cup 1' }, raw: 'take cup 1 from desk 2' }
    expect(diffCalls(gold, made, 'household').arguments).toEqual([])
    expect(jot(diffCalls(gold, made, 'household').text)).toBe('take [-mug-]{+cup+} 1 from desk 2')
  })
})
