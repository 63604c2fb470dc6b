import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { containerOf, detect } from './detect'
import { fixtures } from './formats/fixtures/table'
import { findFormat, formats } from './formats/registry'
import type { Json } from './types'

const encoder = new TextEncoder()
const look = (text: string, name = 'x') => detect(encoder.encode(text), name, true)

const json = formats.filter(({ input, container }) => input === 'json' && container === undefined)
const records = json.flatMap(({ name }) =>
  (fixtures[name] ?? []).map(({ what, record }) => [name, what, record] as const),
)

const ways: [string, (record: Json) => string, object][] = [
  ['an array', (record) => JSON.stringify([record, record]), { kind: 'array', at: null }],
  ['an array over many lines', (record) => JSON.stringify([record, record], null, 2), { kind: 'array', at: null }],
  ['an object keyed by id', (record) => JSON.stringify({ a: record, b: record }), { kind: 'object', at: null }],
  ['lines', (record) => `${JSON.stringify(record)}\n${JSON.stringify(record)}\n`, { kind: 'lines' }],
  [
    'an array that was cut off',
    (record) => `[${JSON.stringify(record)},${JSON.stringify(record).slice(0, -9)}`,
    { kind: 'array', at: null },
  ],
]

describe('docs/formats.md', () => {
  const text = readFileSync('docs/formats.md', 'utf8')

  it.each(formats.map(({ name }) => [name]))('says what %s is', (name) => {
    expect(text).toContain(`| \`${name}\` |`)
  })
})

describe('detect', () => {
  it.each(records)('names %s: %s', (name, _, record) => {
    for (const [way, write, container] of ways) {
      // a text as a record is told by its content; a list of two strings could be anything
      if (typeof record === 'string' && way !== 'an object keyed by id') continue
      expect([way, look(write(record))]).toMatchObject([way, { kind: 'known', format: name, container }])
    }
  })

  it('finds records in a member of an object, and a record alone', () => {
    const [fixture] = fixtures.intercode ?? []
    const record = fixture?.record ?? null
    expect(look(JSON.stringify({ meta: { n: 1 }, logs: { 4: record } }))).toMatchObject({
      format: 'intercode',
      container: { kind: 'object', at: 'logs' },
    })
    expect(look(JSON.stringify(record, null, 1))).toMatchObject({ format: 'intercode', container: { kind: 'values' } })
    expect(look(JSON.stringify(record), 'one.jsonl')).toMatchObject({
      format: 'intercode',
      container: { kind: 'lines' },
    })
  })

  it.each([
    ['claude-code', { kind: 'whole' }],
    ['codex', { kind: 'whole' }],
    ['webshop-session', { kind: 'whole' }],
  ])('names %s by its lines', (name, container) => {
    for (const { record } of fixtures[name] ?? [])
      expect(look(String(record), 'x.jsonl')).toMatchObject({ kind: 'known', format: name, container })
  })

  it('names a text log by its rulers, an Inspect log by its samples, a .traj by its history', () => {
    const [log] = fixtures['react-log'] ?? []
    expect(look(`-----------------\n${log?.record}-------------\n`)).toMatchObject({
      format: 'react-log',
      container: { kind: 'blocks' },
    })
    const [sample] = fixtures.inspect ?? []
    const inspect = { version: 2, status: 'success', eval: { task: 'x' }, samples: [sample?.record] }
    expect(look(JSON.stringify(inspect, null, 2))).toMatchObject({
      format: 'inspect',
      container: { kind: 'array', at: 'samples' },
    })
    for (const { record } of fixtures['swe-agent'] ?? [])
      expect(look(JSON.stringify(record), 'a.traj')).toMatchObject({
        format: 'swe-agent',
        container: { kind: 'values' },
      })
  })

  it.each([
    ['', 'empty', 'the file is empty'],
    [' \n ', 'empty', 'the file is empty'],
    ['hello', 'unknown', 'the file is text in no form that is known'],
    ['[1, 2]', 'unknown', 'its records are no objects'],
    ['[{"a": 1}]', 'unknown', 'its records have the members a, which no known format has'],
    ['[{"query": "x", "gold": "y"}]', 'unknown', 'it looks like a gold file: give it with --gold'],
    ['<html>', 'unknown', 'the file is text in no form that is known'],
  ])('does not guess at %j', (text, kind, reason) => {
    const found = look(text)
    expect(found.kind).toBe(kind)
    expect(found.reason).toContain(reason)
  })

  it.each([
    [[0xff, 0xfe, 0x5b, 0x00], 'UTF-16'],
    [[0x1f, 0x8b, 8, 0], 'gzip'],
    [[0x28, 0xb5, 0x2f, 0xfd], 'zstd'],
    [[0x50, 0x4b, 3, 4], 'zip'],
    [[0x50, 0x41, 0x52, 0x31], 'Parquet'],
  ])('names what has to be unpacked or converted first: %j', (bytes, what) => {
    const found = detect(Uint8Array.from(bytes), 'x', true)
    expect([found.kind, found.reason]).toEqual(['unknown', expect.stringContaining(what)])
  })

  it('asks where two formats fit equally well', () => {
    const both = { traj: [], task_id: 1, info: {}, em: 1, gt: 'x' }
    expect(look(JSON.stringify([both]))).toMatchObject({
      kind: 'ambiguous',
      candidates: [{ format: 'tau-bench' }, { format: 'fireact' }],
      reason: 'it could be tau-bench, fireact: say which with --format',
    })
  })

  it('finds the container of a format that the caller names', () => {
    const format = findFormat('openai')
    if (format === null) throw new Error('no such format')
    expect(containerOf(format, encoder.encode('[{"x":1}]'), 'x')).toEqual({ kind: 'array', at: null })
    expect(containerOf(format, encoder.encode('{"x":1}\n{"x":2}'), 'x')).toEqual({ kind: 'lines' })
    expect(
      containerOf(format, encoder.encode('{"n":1,"all":[{"messages":[{"role":"user","content":"x"}]}]}'), 'x'),
    ).toEqual({ kind: 'array', at: 'all' })
  })
})
