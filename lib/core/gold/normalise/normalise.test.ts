import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Action, JsonObject } from '@/lib/core/trajectory/types'
import type { NormaliserName } from '../rules'
import { normalisers } from './registry'
import { sqlLikeness } from './sql'
import { sqlTokens } from './sql-tokens'

const call = (name: string, values: JsonObject, raw = ''): Action => ({ name, arguments: values, raw })
const text = (raw: string): Action => call(raw.split(/[\s[]/, 1)[0] ?? '', {}, raw)
const sql = (statement: string) => call('execute', { sql: statement })

describe('what counts as the same call', () => {
  it.each<[NormaliserName, Action, Action]>([
    ['tool-call', call('book', { a: 1, b: { c: [1, 2] } }), call('book', { b: { c: [1, 2] }, a: 1.0 })],
    ['search-click', text('search[Red  Shoes]'), text('search[red shoes]')],
    ['search-click', text('click[Buy Now]'), call('click', { target: 'buy now' }, 'click[buy now]')],
    ['household', text('take mug 1 from desk 2'), text('take mug 3 from desk 1')],
    ['household', text('put mug 1 in/on desk 2'), text('move mug 1 to desk 2')],
    ['household', text('Action: go to desk 1'), text('go to desk 2.')],
    ['household', call('go to', { place: 'Desk 1' }, 'go to desk 1'), call('GotoLocation', { object: 'desk' }, '')],
    ['household', text('use desklamp 1'), call('ToggleObject', { object: 'desklamp' }, 'ToggleObject desklamp')],
    ['household', text('open fridge_2'), text('open fridge 1')],
    ['plain', text('ls  -l\n'), text('ls -l')],
    ['plain', call('finish', { answer: ' 42 ' }), call('finish', { answer: '42' })],
    ['sql', sql('SELECT Name FROM t'), text('execute[select name\n from T;]')],
    ['sql', sql('SELECT a FROM t WHERE b = "Ada"'), sql("SELECT a FROM t WHERE b='ada'")],
    ['sql', sql('SELECT `a`, count( * ) FROM `t`'), sql('select a,COUNT(*) from t')],
    ['sql', sql('SELECT a FROM t WHERE b <> 1 -- not one'), sql('SELECT a FROM t /* here */ WHERE b != 1')],
    ['sql', sql('DESC t'), sql('DESCRIBE t')],
    ['sql', text('Action: Operation\n```sql\nSELECT 1;\n```'), sql('select 1')],
    ['sql', text('submit'), text('submit')],
  ])('%s: %j and %j', (name, a, b) => {
    const { normalise } = normalisers[name]
    expect(normalise(a).key).toBe(normalise(b).key)
    expect(normalise(a).arguments).toEqual(normalise(b).arguments)
  })

  it.each<[NormaliserName, Action, Action]>([
    ['tool-call', call('book', { a: 1 }), call('book', { a: '1' })],
    ['tool-call', call('book', { a: [1, 2] }), call('book', { a: [2, 1] })],
    ['tool-call', call('book', { a: null }), call('book', {})],
    ['search-click', text('search[a]'), text('click[a]')],
    ['household', text('take mug 1 from desk 2'), text('take cup 1 from desk 2')],
    ['household', text('open fridge 1'), text('close fridge 1')],
    ['plain', text('ls -l'), text('ls -L')],
    ['sql', sql("SELECT a FROM t WHERE b = 'x y'"), sql("SELECT a FROM t WHERE b = 'x  y'")],
    ['sql', sql('SELECT `a b` FROM t'), sql('SELECT a b FROM t')],
    ['sql', sql('SELECT DISTINCT a FROM t'), sql('SELECT a FROM t')],
  ])('%s: not %j and %j', (name, a, b) => {
    expect(normalisers[name].normalise(a).key).not.toBe(normalisers[name].normalise(b).key)
  })

  it.each([
    ['SELECT 1', 'SELECT 1', 'text'],
    ['SELECT  1', 'select 1', 'formatting'],
    ['SELECT "a"', "SELECT 'A'", 'quotes and case'],
    ['SELECT 1', 'SELECT 2', null],
  ])('%j is like %j by %s', (a, b, likeness) => {
    expect(sqlLikeness(a, b)).toBe(likeness)
  })
})

describe('what changes state', () => {
  it.each<[NormaliserName, Action, string, boolean | null]>([
    ['sql', sql('SELECT 1'), 'select', false],
    ['sql', sql('WITH x AS (SELECT 1) SELECT * FROM x'), 'select', false],
    ['sql', sql('WITH x AS (SELECT 1) DELETE FROM t'), 'select', true],
    ['sql', sql('INSERT INTO t VALUES (1)'), 'insert', true],
    ['sql', sql('SELECT 1; DROP TABLE t'), 'select', true],
    ['sql', sql("SELECT 'x; delete'"), 'select', false],
    ['sql', sql('SHOW TABLES'), 'show', false],
    ['search-click', text('search[a]'), 'search', false],
    ['search-click', text('click[Buy Now]'), 'click', true],
    ['search-click', text('click[red]'), 'click', false],
    ['household', text('go to desk 1'), 'go to', false],
    ['household', text('take mug 1 from desk 1'), 'take', null],
    ['tool-call', call('book', {}), 'book', null],
  ])('%s: %j is %s and changes state: %s', (name, action, called, changes) => {
    expect(normalisers[name].normalise(action)).toMatchObject({ name: called, changesState: changes })
  })
})

describe('any action whatever', () => {
  const anything = fc.record({
    name: fc.string(),
    arguments: fc.dictionary(fc.string(), fc.oneof(fc.string({ unit: 'binary' }), fc.integer(), fc.constant(null))),
    raw: fc.string({ unit: 'binary' }),
  })

  it.each(Object.entries(normalisers))('%s never throws, and says what it folds', (_, { normalise, folds }) => {
    expect(folds.length).toBeGreaterThan(0)
    fc.assert(
      fc.property(anything, (action) => {
        expect(normalise(action).key).toBe(normalise({ ...action }).key)
      }),
    )
  })

  it('has SQL tokens that give the text again', () => {
    const pieces = fc.constantFrom(...'\'"`-#/*;.1a e<>=!\n\\é'.split(''), 'SELECT')
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(pieces).map((list) => list.join('')),
        ),
        (written) => {
          expect(
            sqlTokens(written)
              .map((token) => token.text)
              .join(''),
          ).toBe(written)
        },
      ),
    )
  })

  it.each([
    [`SELECT 'it''s', "a\\"b", \`c d\``, ['word', 'string', 'operator', 'string', 'operator', 'quoted']],
    ['a<>1.5e3 -- b', ['word', 'operator', 'number', 'comment']],
    ["'open", ['operator', 'word']],
    ['/* open', ['comment']],
    ['t.a', ['word', 'operator', 'word']],
  ])('cuts %j into %j', (written, kinds) => {
    const found = sqlTokens(written).map(({ kind }) => kind)
    expect(found.filter((kind) => kind !== 'space')).toEqual(kinds)
  })
})
