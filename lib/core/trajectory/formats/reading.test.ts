import { describe, expect, it } from 'vitest'
import { parseRecord } from '../parse'
import { type ParsedTrajectory, presences } from '../types'
import { fixtures } from './fixtures/table'
import type { Format, ParseContext } from './format'
import { formats } from './registry'

const nowhere: ParseContext = { sourceName: 'x.json', ordinal: 0, key: null, header: {}, task: null }

function read(format: Format, record: unknown, context: Partial<ParseContext> = {}): ParsedTrajectory[] {
  const text = format.input === 'text' ? String(record) : JSON.stringify(record)
  return parseRecord(format, new TextEncoder().encode(text), { ...nowhere, ...context })
}

describe.each(formats.map((format) => [format.name, format] as const))('%s', (name, format) => {
  const cases = fixtures[name] ?? []

  it('has fixtures', () => {
    expect(cases.length).toBeGreaterThan(0)
  })

  it.each(cases.map((fixture) => [fixture.what, fixture] as const))('reads %s', (_, { record, context, expected }) => {
    expect(read(format, record, context)).toMatchObject(expected)
  })

  it.each(cases.map((fixture) => [fixture.what, fixture] as const))(
    'numbers turns and fills every field: %s',
    (_, { record, context }) => {
      for (const { steps, task, externalId, instance } of read(format, record, context)) {
        expect([task.toLowerCase(), externalId !== '', instance.key !== '']).toEqual([task, true, true])
        const turns = steps.map(({ turn }) => turn)
        expect(turns[0]).toBe(1)
        expect(turns.every((turn, i) => i === 0 || turn - (turns[i - 1] ?? 0) <= 1)).toBe(true)
        expect(steps.every((step) => Object.values(step).every((value) => value !== undefined))).toBe(true)
        expect(Object.values(format.completeness(task)).every((presence) => presences.includes(presence))).toBe(true)
      }
    },
  )

  it('takes the task that the caller names', () => {
    const [first] = cases
    const parsed = read(format, first?.record, { ...first?.context, task: 'mine' })
    expect(new Set(parsed.map(({ task }) => task))).toEqual(new Set(['mine']))
  })
})
