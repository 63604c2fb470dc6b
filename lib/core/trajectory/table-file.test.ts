import { describe, expect, it } from 'vitest'
import { writeRows } from './table-file'

describe('writeRows', () => {
  it('writes CSV with its head once, quoting what needs it', () => {
    const rows = [{ title: 'a "b", c\nd', reward: 1, model: null }]
    expect(writeRows(rows, 'csv', true)).toBe('title,reward,model\n"a ""b"", c\nd",1,\n')
    expect(writeRows(rows, 'csv', false)).toBe('"a ""b"", c\nd",1,\n')
  })

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx'])('writes %j so that no spreadsheet runs it', (title) => {
    expect(writeRows([{ title }], 'csv', false).replace(/^"/, '')).toMatch(/^'/)
  })

  it('writes a line of JSON a row', () => {
    expect(writeRows([{ a: 'x\ny' }, { a: null }], 'jsonl', true)).toBe('{"a":"x\\ny"}\n{"a":null}\n')
  })
})
