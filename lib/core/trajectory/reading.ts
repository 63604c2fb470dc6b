import { isObject } from './formats/is-object'
import { readPrefix } from './json-prefix'
import type { Container } from './records'
import type { Json } from './types'

/** A way to read the beginning of a file: how records would be held, and the first of them, perhaps cut off. */
export type Reading = { container: Container; kind: 'json' | 'text'; samples: Json[] }

const samplesWanted = 5

/** The ways in which the beginning of a file can be read, likeliest first. */
export function interpret(text: string, name: string): Reading[] {
  const solid = text.replace(/^\ufeff/, '').trimStart()
  const plain: Reading = { container: { kind: 'whole' }, kind: 'text', samples: [solid] }
  if (solid.startsWith('[')) {
    const first = readPrefix(solid)
    const lines = linesOf(solid, name)
    if (lines !== null && first.complete && Array.isArray(first.value)) return [lines, plain]
    return [{ container: { kind: 'array', at: null }, kind: 'json', samples: items(first.value) }, plain]
  }
  if (!solid.startsWith('{')) return [plain]
  const lines = linesOf(solid, name)
  return lines === null ? [...objectReadings(solid), plain] : [lines, plain]
}

/** Each line is a value of its own: a second one says so, or else the file's name. */
function linesOf(text: string, name: string): Reading | null {
  const first = readPrefix(text)
  const rest = text.slice(first.end)
  const named = /\.(jsonl|ndjson|jsonlines)$/i.test(name)
  const follows = /^[ \t\r]*\n\s*[[{]/.test(rest)
  const oneLine = !text.slice(0, first.end).includes('\n')
  if (!named && !(first.complete && follows && oneLine)) return null
  const samples = text
    .split('\n', samplesWanted * 2)
    .filter((line) => line.trim() !== '')
    .slice(0, samplesWanted)
    .map((line) => readPrefix(line).value)
  return { container: { kind: 'lines' }, kind: 'json', samples }
}

/** One object: it is a record itself, or holds records as members, or one of its members holds them. */
function objectReadings(text: string): Reading[] {
  const { value } = readPrefix(text)
  if (!isObject(value)) return []
  const nested = Object.entries(value).flatMap(([at, member]): Reading[] => {
    if (Array.isArray(member)) return [{ container: { kind: 'array', at }, kind: 'json', samples: items(member) }]
    return isObject(member) ? [{ container: { kind: 'object', at }, kind: 'json', samples: items(member) }] : []
  })
  return [
    { container: { kind: 'values' }, kind: 'json', samples: [value] },
    { container: { kind: 'object', at: null }, kind: 'json', samples: items(value) },
    ...nested.slice(0, 20),
  ]
}

function items(value: Json): Json[] {
  if (Array.isArray(value)) return value.slice(0, samplesWanted)
  return isObject(value) ? Object.values(value).slice(0, samplesWanted) : []
}
