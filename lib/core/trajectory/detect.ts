import type { Format, Recognition } from './formats/format'
import { isObject } from './formats/is-object'
import { formats } from './formats/registry'
import { interpret, type Reading } from './reading'
import type { Container } from './records'
import type { Json } from './types'

/** A format that a file may be in, how its records would be held, and what speaks for it. */
export type Candidate = { format: string; container: Container; reason: string }

/**
 * What the beginning of a file shows. Ambiguous: several formats fit equally well, and the caller asks. Unknown: none
 * fits; the reason says what was seen. Empty: there is nothing to read.
 */
export type Detection =
  | { kind: 'known'; format: string; container: Container; reason: string }
  | { kind: 'ambiguous'; candidates: Candidate[]; reason: string }
  | { kind: 'unknown'; reason: string }
  | { kind: 'empty'; reason: string }

/** As many bytes of a file as detection wants to see; more do no harm. */
export const detectionBytes = 1024 * 1024

/**
 * Names the format of a file by its beginning, and why. It never guesses between formats that fit equally well.
 *
 * @param head   the first detectionBytes of the file, or all of it; UTF-8, not compressed
 * @param name   the file's name: only its ending is looked at
 * @param whole  whether head is the whole file
 */
export function detect(head: Uint8Array, name: string, whole: boolean): Detection {
  const spoilt = spoiltBy(head)
  if (spoilt !== null) return { kind: 'unknown', reason: spoilt }
  const text = new TextDecoder().decode(head, { stream: !whole })
  if (text.trim() === '') return { kind: 'empty', reason: 'the file is empty' }
  const readings = interpret(text, name)
  const found = readings.flatMap((reading) => recognised(reading))
  const sure = found.filter((each) => each.recognition.sure)
  return chosen(sure.length > 0 ? sure : found) ?? { kind: 'unknown', reason: whatWasSeen(readings) }
}

/** How the records of a format that the caller names are held in this file. */
export function containerOf(format: Format, head: Uint8Array, name: string): Container {
  if (format.container) return format.container
  const readings = interpret(new TextDecoder().decode(head, { stream: true }), name)
  const fitting = readings.find((reading) => recognised(reading).some((each) => each.format === format))
  return fitting?.container ?? readings[0]?.container ?? { kind: 'lines' }
}

type Found = { format: Format; container: Container; recognition: Recognition }

function recognised({ container, samples, kind }: Reading): Found[] {
  return formats.flatMap((format) => {
    if (format.input !== kind) return []
    const recognition = firstOf(samples, format)
    return recognition === null ? [] : [{ format, container: format.container ?? container, recognition }]
  })
}

function firstOf(samples: readonly Json[], format: Format): Recognition | null {
  for (const sample of samples) {
    const recognition = format.recognise(sample)
    if (recognition !== null) return recognition
  }
  return null
}

function chosen(found: readonly Found[]): Detection | null {
  const [first] = found
  if (first === undefined) return null
  const candidates = [
    ...new Map(found.toReversed().map((each) => [each.format.name, candidate(each)])).values(),
  ].reverse()
  if (candidates.length === 1) return { kind: 'known', ...candidate(first) }
  const names = candidates.map(({ format }) => format).join(', ')
  return { kind: 'ambiguous', candidates, reason: `it could be ${names}: say which with --format` }
}

function candidate({ format, container, recognition }: Found): Candidate {
  return { format: format.name, container, reason: recognition.reason }
}

function spoiltBy(head: Uint8Array): string | null {
  const [a, b, c, d] = head
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return 'the text is UTF-16: convert the file to UTF-8'
  if (a === 0x1f && b === 0x8b) return 'the file is compressed with gzip'
  if (a === 0x28 && b === 0xb5 && c === 0x2f && d === 0xfd) return 'the file is compressed with zstd'
  if (a === 0x50 && b === 0x4b) return 'the file is a zip archive'
  if (a === 0x50 && b === 0x41 && c === 0x52 && d === 0x31) return 'the file is Parquet'
  return null
}

function whatWasSeen(readings: readonly Reading[]): string {
  const [first] = readings
  const [sample] = readings.flatMap(({ samples }) => samples)
  if (first?.kind === 'text') return 'the file is text in no form that is known'
  if (sample === undefined || !isObject(sample)) return 'its records are no objects'
  const names = Object.keys(sample).slice(0, 12).join(', ')
  const gold = 'gold' in sample && 'query' in sample ? '; it looks like a gold file: give it with --gold' : ''
  return `its records have the members ${names || '(none)'}, which no known format has${gold}`
}
