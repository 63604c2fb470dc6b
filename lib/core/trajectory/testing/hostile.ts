import fc from 'fast-check'
import type { Json, JsonObject } from '../types'

const deep = (depth: number, open: string, close: string) => open.repeat(depth) + close.repeat(depth)

/** Values that stand where nobody expects them: wrong types, huge numbers, text that no database takes, traps of names. */
const strange: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(
    null,
    true,
    '',
    0,
    -1,
    2 ** 53,
    Number.MAX_VALUE,
    -0,
    [],
    {},
    'None',
    '\u0000',
    '\ud800',
    '\udfff\u241b',
  ),
  fc.constantFrom<Json>(
    'Action: ',
    'Thought:\nAction:\nFinal Answer:',
    '```',
    '<execute>',
    '{"arguments": "{\\"a\\": \\"\\u0000\\"}"}',
    deep(5000, '[', ']'),
    deep(300, '{"a":', '}').replace('{"a":}', '{"a":1}'),
    '[1e999]',
    'Your task is to:',
    'A new question:',
    'x'.repeat(5000),
  ),
  fc.jsonValue({ maxDepth: 3 }).map((value): Json => JSON.parse(JSON.stringify(value))),
  fc.string({ unit: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)), maxLength: 20 }),
)

/** The text of a record after something happened to it. */
export function hostileTexts(record: Json, isText: boolean): fc.Arbitrary<string> {
  const text = isText ? String(record) : JSON.stringify(record)
  const swaps = isText ? [] : [fc.tuple(fc.nat(), strange).map(([at, value]) => written(swapped(record, at, value)))]
  const twice = isText
    ? []
    : [
        fc
          .tuple(fc.nat(), strange, fc.nat(), strange)
          .map(([a, first, b, second]) => written(swapped(swapped(record, a, first), b, second))),
      ]
  const missing = isText ? [] : [fc.nat().map((at) => written(without(record, at)))]
  return fc.oneof(
    fc.nat(text.length).map((end) => text.slice(0, end)),
    fc
      .tuple(fc.nat(text.length - 1), strange)
      .map(([at, value]) => text.slice(0, at) + JSON.stringify(value) + text.slice(at + 1)),
    fc.tuple(fc.nat(text.length), fc.nat(text.length)).map(([a, b]) => text.slice(0, a) + text.slice(b)),
    fc
      .constantFrom('1e999', 'NaN', deep(400, '[', ']'), deep(400, '{"a":', '}'))
      .map((value) => text.replace(/:\s?[^,{[]+/, `: ${value}`)),
    ...swaps,
    ...twice,
    ...missing,
  )
}

/** The bytes of a text with some of them changed. */
export function flipped(text: string): fc.Arbitrary<Uint8Array> {
  const bytes = new TextEncoder().encode(text)
  return fc
    .array(fc.tuple(fc.nat(Math.max(0, bytes.length - 1)), fc.nat(255)), { minLength: 1, maxLength: 4 })
    .map((changes) => {
      const copy = bytes.slice()
      for (const [at, value] of changes) copy[at] = value
      return copy
    })
}

function written(value: Json): string {
  return JSON.stringify(value)
}

/** The value with its n-th node, counted in order, replaced. */
function swapped(value: Json, n: number, by: Json): Json {
  let left = n % countOf(value)
  const walk = (node: Json): Json => {
    if (left-- === 0) return by
    if (Array.isArray(node)) return node.map(walk)
    return isObject(node) ? Object.fromEntries(Object.entries(node).map(([name, each]) => [name, walk(each)])) : node
  }
  return walk(value)
}

/** The value without the n-th member of its objects. */
function without(value: Json, n: number): Json {
  let left = n % 12
  const walk = (node: Json): Json => {
    if (Array.isArray(node)) return node.map(walk)
    if (!isObject(node)) return node
    return Object.fromEntries(
      Object.entries(node).flatMap(([name, each]) => (left-- === 0 ? [] : [[name, walk(each)]])),
    )
  }
  return walk(value)
}

function countOf(value: Json): number {
  if (Array.isArray(value)) return value.reduce((sum: number, each) => sum + countOf(each), 1)
  return isObject(value) ? Object.values(value).reduce((sum: number, each) => sum + countOf(each), 1) : 1
}

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
