import fc from 'fast-check'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Cell, copyCell, copyRows, Json } from '@/lib/data/copy'
import { useTestDatabase } from '@/lib/data/testing/database'

const database = useTestDatabase('empty')
let client: Client

beforeAll(async () => {
  client = new Client({ connectionString: database.ownerUrl })
  await client.connect()
  await client.query(`CREATE TABLE sample (id int, words text, raw bytea, document jsonb, truth boolean, at timestamptz,
                      real double precision, big bigint, tags text[])`)
})
afterAll(() => client.end())

const columns = ['id', 'words', 'raw', 'document', 'truth', 'at', 'real', 'big', 'tags']

async function roundTrip(rows: Cell[][]) {
  await client.query('TRUNCATE sample')
  const written = await copyRows(client, 'sample', columns, rows)
  const { rows: read } = await client.query({ text: 'SELECT * FROM sample ORDER BY id', rowMode: 'array' })
  return { written, read }
}

describe('copyRows', () => {
  it('brings every kind of value back as it was', async () => {
    const at = new Date('2024-02-29T23:59:59.123Z')
    const row = [1, 'tab\tnew\nline\rback\\slash \\N \\. "quoted" é 漢 🙂', Buffer.from([0, 255, 92, 10])]
    const rest = [
      new Json({ a: [1, 'x\ny\\'], b: null }),
      true,
      at,
      0.1,
      9007199254740993n,
      ['a,b', '"q"', '\\', '', 'NULL'],
    ]
    const { read } = await roundTrip([[...row, ...rest]])
    expect(read).toEqual([[...row, { a: [1, 'x\ny\\'], b: null }, true, at, 0.1, '9007199254740993', rest[5]]])
  })

  it('tells null, an empty text, JSON null and an empty list apart', async () => {
    const { read } = await roundTrip([
      [1, null, null, null, null, null, null, null, null],
      [2, '', Buffer.alloc(0), new Json(null), false, null, null, null, []],
    ])
    expect(read[0]).toEqual([1, null, null, null, null, null, null, null, null])
    expect(read[1]).toEqual([2, '', Buffer.alloc(0), null, false, null, null, null, []])
    const { rows } = await client.query('SELECT document IS NULL AS absent FROM sample ORDER BY id')
    expect(rows).toEqual([{ absent: true }, { absent: false }])
  })

  it('writes more than its buffer holds, from an asynchronous source', async () => {
    async function* many(): AsyncGenerator<Cell[]> {
      for (let id = 0; id < 20_000; id += 1) yield [id, 'x'.repeat(200), null, null, null, null, null, null, null]
    }
    await client.query('TRUNCATE sample')
    expect(await copyRows(client, 'sample', columns, many())).toBe(20_000)
    const { rows } = await client.query('SELECT count(*)::int AS n, sum(length(words))::int AS length FROM sample')
    expect(rows).toEqual([{ n: 20_000, length: 4_000_000 }])
  })

  it('writes nothing for nothing', async () => {
    expect(await roundTrip([])).toEqual({ written: 0, read: [] })
  })

  it('keeps any text that PostgreSQL can hold, and any bytes', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 50 }).map((value) => value.replaceAll('\u0000', ''))
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(text, fc.uint8Array({ maxLength: 50 })), { minLength: 1 }), async (pairs) => {
        const rows = pairs.map(([words, raw], id) => [
          id,
          words,
          raw,
          new Json({ words }),
          null,
          null,
          null,
          null,
          [words],
        ])
        const { read } = await roundTrip(rows)
        const expected = pairs.map(([words, raw]) => [words, Buffer.from(raw), { words }, [words]])
        expect(read.map((row) => [row[1], row[2], row[3], row[8]])).toEqual(expected)
      }),
      { numRuns: 60 },
    )
  })

  it.each([
    ['the source fails', [[1, 'a', null, null, null, null, null, null, null], 'bomb'], 'the source failed'],
    ['a row is too short', [[1, 'a']], 'row 0 of sample has 2 cells, not 9'],
    [
      'a value is refused',
      [[1, 'a', null, null, null, null, null, 'many', null]],
      'invalid input syntax for type bigint',
    ],
  ])('leaves the connection usable when %s', async (_, rows, message) => {
    function* source(): Generator<Cell[]> {
      for (const row of rows) {
        if (typeof row === 'string') throw new Error('the source failed')
        yield row
      }
    }
    await client.query('BEGIN')
    await expect(copyRows(client, 'sample', columns, source())).rejects.toThrow(message)
    await client.query('ROLLBACK')
    expect((await client.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }])
  })

  it('gives up at once when the server refuses in the middle of a long source', async () => {
    await client.query('BEGIN')
    let asked = 0
    function* endless(): Generator<Cell[]> {
      for (; asked < 1_000_000; asked += 1) yield ['x'.repeat(500), null, null, null, null, null, null, null, null]
    }
    await expect(copyRows(client, 'sample', columns, endless())).rejects.toThrow(
      'invalid input syntax for type integer',
    )
    expect(asked).toBeLessThan(100_000)
    await client.query('ROLLBACK')
  })
})

describe('copyCell', () => {
  it.each([
    ['U+0000', 'a\u0000b', 'U+0000'],
    ['a lone surrogate', 'a\ud800b', 'lone surrogate'],
  ])('refuses %s rather than losing it', (_, text, message) => {
    expect(() => copyCell(text)).toThrow(message)
    expect(() => copyCell([text])).toThrow(message)
  })

  it.each([
    ['U+0000', { a: 'x\u0000' }],
    ['U+0000 after a backslash', ['\\\u0000']],
    ['a lone surrogate', { '\udfff': 1 }],
  ])('refuses JSON with %s', (_, value) => {
    expect(() => copyCell(new Json(value))).toThrow('U+0000 or a lone surrogate')
  })

  it('takes JSON that only spells the escape', () => {
    expect(copyCell(new Json('\\u0000'))).toBe('"\\\\\\\\u0000"')
  })
})
