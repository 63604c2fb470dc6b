import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Container, type RawRecord, type ScanLimits, type ScanState, scanLimits, scanRecords } from './records'

const encoder = new TextEncoder()
const decoder = new TextDecoder()

function scan(
  text: string | Uint8Array,
  container: Container,
  options: { size?: number; from?: ScanState; limits?: ScanLimits } = {},
) {
  const bytes = typeof text === 'string' ? encoder.encode(text) : text
  const scanner = scanRecords(container, options.from, options.limits)
  const records: RawRecord[] = []
  const size = options.size ?? bytes.length
  for (let at = options.from?.offset ?? 0; at < bytes.length; at += size) {
    const chunk = bytes.slice(at, at + size)
    records.push(...scanner.push(chunk))
    chunk.fill(0) // a scanner that kept the chunk instead of copying would now be found out
  }
  records.push(...scanner.end())
  return records
}

const short = ({ key, offset, line, bytes, problem }: RawRecord) => [key, offset, line, decoder.decode(bytes), problem]

const array: Container = { kind: 'array', at: null }
const object: Container = { kind: 'object', at: null }
const lines: Container = { kind: 'lines' }

describe('scanRecords', () => {
  // what is written, how it is held, what each record must be: key, offset, line, bytes, problem; counted by hand
  it.each<[string, string, Container, unknown[][]]>([
    [
      'an array',
      '[{"a":1}, [2],\n 3,"x]"]',
      array,
      [
        [null, 1, 1, '{"a":1}', null],
        [null, 10, 1, '[2]', null],
        [null, 16, 2, '3', null],
        [null, 18, 2, '"x]"', null],
      ],
    ],
    [
      'brackets, quotes and backslashes inside strings',
      '[{"a":"}],{\\"\\\\"},{"b":0}]',
      array,
      [
        [null, 1, 1, '{"a":"}],{\\"\\\\"}', null],
        [null, 18, 1, '{"b":0}', null],
      ],
    ],
    [
      'an object keyed by id',
      '{"x": {"a":1},\n"\\u0079": {}}',
      object,
      [
        ['x', 6, 1, '{"a":1}', null],
        ['y', 25, 2, '{}', null],
      ],
    ],
    [
      'an object in a header',
      '{"meta":{"n":1},"logs":{"7":{"a":1}},"end":2}',
      { kind: 'object', at: 'logs' },
      [['7', 28, 1, '{"a":1}', null]],
    ],
    [
      'an array in a header',
      '{"n":1,"samples":[{"a":1},{"a":2}]}',
      { kind: 'array', at: 'samples' },
      [
        [null, 18, 1, '{"a":1}', null],
        [null, 26, 1, '{"a":2}', null],
      ],
    ],
    [
      'lines',
      '\ufeff{"a":1}\n\n  [2] \r\n3',
      lines,
      [
        [null, 3, 1, '{"a":1}', null],
        [null, 14, 3, '[2]', null],
        [null, 20, 4, '3', null],
      ],
    ],
    [
      'values over several lines',
      '{"a":\n1}\n{"a":2} 7',
      { kind: 'values' },
      [
        [null, 0, 1, '{"a":\n1}', null],
        [null, 9, 3, '{"a":2}', null],
        [null, 17, 3, '7', null],
      ],
    ],
    [
      'blocks',
      '-----\n0\na\n-----\n-------\nb\n',
      { kind: 'blocks' },
      [
        [null, 6, 2, '0\na\n', null],
        [null, 24, 6, 'b\n', null],
      ],
    ],
    ['one whole file', '{"a":\n1}', { kind: 'whole' }, [[null, 0, 1, '{"a":\n1}', null]]],
    ['nothing at all', '', array, []],
    ['an empty array', ' [ ] ', array, []],
    ['blank lines', '\n \n', lines, []],
  ])('cuts %s', (_, text, container, expected) => {
    expect(scan(text, container).map(short)).toEqual(expected)
    expect(scan(text, container, { size: 1 }).map(short)).toEqual(expected)
  })

  it.each<[string, string, Container, unknown[][]]>([
    [
      'cut inside a record',
      '[{"a":1},\n{"a":',
      array,
      [
        ['{"a":1}', null],
        ['{"a":', 'the file ends inside this record: it may have been cut off'],
      ],
    ],
    [
      'cut between records',
      '[{"a":1},',
      array,
      [
        ['{"a":1}', null],
        ['', 'the file ends before the bracket that closes it: it may have been cut off'],
      ],
    ],
    [
      'a member that is missing',
      '{"meta":1}',
      { kind: 'array', at: 'logs' },
      [['', 'the file holds no member "logs" with records']],
    ],
    [
      'a quote lost',
      '[{"id":1},{"id":"x,"b":"said that"},{"id":3}]',
      array,
      [
        ['{"id":1}', null],
        ['{"id":"x,"b":"said that"}', 'not JSON from byte 20 of the file on'],
        ['{"id":3}', null],
      ],
    ],
    [
      'a bracket lost',
      '[{"id":[1,{"id":2},{"id":3}]',
      array,
      [['{"id":[1,{"id":2},{"id":3}]', 'the file ends inside this record: it may have been cut off']],
    ],
    [
      'a brace lost',
      '[{"id":1,"b":2, {"id":2},{"id":3}]',
      array,
      [
        ['{"id":1,"b":2, {"id":2}', 'not JSON from byte 16 of the file on'],
        ['{"id":3}', null],
      ],
    ],
    [
      'a key with no value',
      '{"0":{"id":1},"1":{"id":x},"2":{"id":3}}',
      object,
      [
        ['{"id":1}', null],
        ['{"id":x}', 'not JSON from byte 24 of the file on'],
        ['{"id":3}', null],
      ],
    ],
    ['no array', 'hello', array, [['hello', 'the file does not begin with "["']]],
    [
      'content behind the end',
      '[1] 2',
      array,
      [
        ['1', null],
        ['2', 'there is content behind the end of the records'],
      ],
    ],
  ])('yields a problem for %s and goes on', (_, text, container, expected) => {
    const brief = ({ bytes, problem }: RawRecord) => [decoder.decode(bytes), problem]
    expect(scan(text, container).map(brief)).toEqual(expected)
    expect(scan(text, container, { size: 1 }).map(brief)).toEqual(expected)
  })

  it('refuses by size and by depth, and reads the next record', () => {
    const limits = { recordBytes: 100, depth: 5 }
    const text = `[{"a":"${'x'.repeat(200)}"},${'['.repeat(6)}${']'.repeat(6)},{"a":1}]`
    const jsonl = text.slice(1, -1).replaceAll('},', '}\n').replaceAll('],', ']\n')
    for (const [given, container] of [
      [text, array],
      [jsonl, lines],
    ] as const) {
      const found = scan(given, container, { limits, size: 7 })
      expect(found.map(({ problem }) => problem)).toEqual([
        'the record is 208 bytes long; at most 100 are read. Its beginning is kept',
        'brackets are nested more than 5 deep',
        null,
      ])
      expect(found.map(({ length }) => length)).toEqual([208, 12, 7])
    }
    expect(scanLimits).toEqual({ recordBytes: 256 * 1024 * 1024, depth: 200 })
  })

  it('hands the members before the records on as a header', () => {
    const [record] = scan('{"meta":{"n":1},"logs":{"7":{"a":1}}}', { kind: 'object', at: 'logs' }, { size: 3 })
    expect(record?.after.header).toEqual({ meta: '{"n":1}' })
  })

  const containers: [string, Container, (records: string[]) => string][] = [
    ['array', array, (records) => `[${records.join(',\n')}]`],
    ['object', object, (records) => `{${records.map((record, i) => `"${i}":${record}`).join(', ')}}`],
    [
      'nested object',
      { kind: 'object', at: 'logs' },
      (records) => `{"meta":{},"logs":{${records.map((record, i) => `"${i}":${record}`).join(', ')}}}`,
    ],
    ['values', { kind: 'values' }, (records) => records.join('\n')],
    ['lines', lines, (records) => records.map((record) => JSON.stringify(JSON.parse(record))).join('\n')],
  ]
  const records = fc.array(
    fc.dictionary(fc.string(), fc.jsonValue()).map((value) => JSON.stringify(value, null, 1)),
    { maxLength: 8 },
  )

  it.each(containers)('finds every record of any %s, whatever the chunks', (_, container, write) => {
    fc.assert(
      fc.property(records, fc.integer({ min: 1, max: 50 }), (given, size) => {
        const found = scan(write(given), container, { size })
        expect(found.map(({ bytes }) => JSON.parse(decoder.decode(bytes)))).toEqual(
          given.map((text) => JSON.parse(text)),
        )
        expect(found.every(({ problem }) => problem === null)).toBe(true)
      }),
    )
  })

  it.each(containers)('goes on from any record of any %s as if it had never stopped', (_, container, write) => {
    fc.assert(
      fc.property(records, fc.nat(7), (given, at) => {
        const text = write(given)
        const whole = scan(text, container)
        const from = whole[at]?.after
        if (from === undefined) return
        expect(scan(text, container, { from: JSON.parse(JSON.stringify(from)) })).toEqual(whole.slice(at + 1))
      }),
    )
  })
})
