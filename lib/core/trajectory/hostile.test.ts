import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { detect } from './detect'
import { escapeText } from './escape'
import { assayMarker, assayRecord } from './formats/assay'
import { fixtures } from './formats/fixtures/table'
import { formats } from './formats/registry'
import type { Container } from './records'
import { flipped, hostileTexts } from './testing/hostile'
import { importAs } from './testing/import-file'
import type { ParsedTrajectory } from './types'

// ASSAY_HOSTILE_RUNS makes an ordeal of it
const runs = Number(process.env.ASSAY_HOSTILE_RUNS ?? 300)
const encoder = new TextEncoder()

/** What every trajectory must be, whoever wrote its record: storable, and of the interchange format. */
function check(parsed: ParsedTrajectory): void {
  const text = JSON.stringify(parsed)
  const spoilt: unknown[] = []
  // escaping what is escaped changes nothing but the sign itself, so only what was left unescaped shows
  const isSpoilt = (each: unknown) =>
    typeof each === 'string' && escapeText(each.replaceAll('\u241b', '')).includes('\u241b')
  const again: unknown = JSON.parse(text, (name, value: unknown) => {
    if (isSpoilt(name) || isSpoilt(value)) spoilt.push(name, value)
    return value
  })
  const read = assayRecord.safeParse({ format: assayMarker, ...parsed })
  expect([spoilt, read.success ? [] : read.error.issues, isDeepStrictEqual(again, parsed)]).toEqual([[], [], true])
}

describe.each(formats.map((format) => [format.name, format] as const))('%s', (name, format) => {
  const records = (fixtures[name] ?? []).map(({ record }) => record)
  const isText = format.input === 'text'
  const texts = fc.constantFrom(...records).chain((record) => hostileTexts(record, isText))

  it(`survives ${runs} hostile records: each is read or refused with a reason, and the one after it is read`, () => {
    const [good] = records
    const whole = isText ? String(good) : JSON.stringify(good)
    fc.assert(
      fc.property(texts, (text) => {
        const container: Container = isText ? { kind: 'whole' } : { kind: 'lines' }
        const line = text.replaceAll('\n', ' ')
        const bytes = encoder.encode(isText ? text : `${line}\n${whole}\n`)
        const { records: read, parsed, quarantined, trajectories } = importAs(format, container, bytes, 'x')
        expect(read).toBe(parsed + quarantined.length)
        expect(quarantined.every(({ reason }) => reason !== '' && reason.length < 600)).toBe(true)
        trajectories.forEach(check)
        if (!isText) expect(parsed).toBeGreaterThanOrEqual(1)
      }),
      { numRuns: runs },
    )
  })

  it(`survives ${runs} files with flipped bytes: detection and cutting never throw, every byte is accounted for`, () => {
    const held = isText ? records.map(String) : records.map((record) => JSON.stringify([record, record, record]))
    fc.assert(
      fc.property(fc.constantFrom(...held).chain(flipped), (bytes) => {
        detect(bytes, 'x', true)
        const container: Container = format.container ?? { kind: 'array', at: null }
        const { records: read, parsed, quarantined, trajectories } = importAs(format, container, bytes, 'x')
        expect(read).toBe(parsed + quarantined.length)
        trajectories.forEach(check)
      }),
      { numRuns: runs },
    )
  })
})
