import type { Action, JsonObject } from '../types'

// What the arguments of well-known actions are called; of others they are numbered.
const parameters: Readonly<Record<string, readonly string[]>> = {
  search: ['query'],
  lookup: ['keyword'],
  click: ['target'],
  finish: ['answer'],
  answer: ['answer'],
  execute: ['sql'],
  get_relations: ['variable'],
  get_neighbors: ['variable', 'relation'],
  get_attributes: ['variable'],
  intersection: ['variable1', 'variable2'],
  argmax: ['variable', 'attribute'],
  argmin: ['variable', 'attribute'],
  count: ['variable'],
  think: ['thought'],
}

const mostArguments = 20
const head = /^\s{0,20}([A-Za-z_][\w.-]{0,63})\s{0,20}([[(])/

/** A call as written, and whether its closing bracket is there. */
export type WrittenCall = { action: Action; closed: boolean; rest: string }

/**
 * Reads name[argument] or name(first, second) at the beginning of a text. Square brackets hold one argument, which may
 * contain anything; round ones hold a list divided at commas outside brackets and quotes.
 *
 * @returns null where the text does not begin with a call
 */
export function readCall(text: string): WrittenCall | null {
  const found = head.exec(text)
  if (!found) return null
  const name = (found[1] ?? '').toLowerCase()
  const square = found[2] === '['
  const from = found[0].length
  const to = square ? closingSquare(text, from) : closingRound(text, from)
  const inner = text.slice(from, to ?? undefined)
  const split = square ? [] : splitArguments(inner)
  const values = square || split.length > mostArguments ? [inner.trim()] : split
  const raw = text.slice(0, to === null ? undefined : to + 1).trim()
  const action = { name, arguments: named(name, values), raw }
  return { action, closed: to !== null, rest: to === null ? '' : text.slice(to + 1) }
}

function named(name: string, values: readonly string[]): JsonObject {
  const names = parameters[name] ?? []
  return Object.fromEntries(values.map((value, i) => [names[i] ?? `argument${values.length > 1 ? i + 1 : ''}`, value]))
}

// A search may hold brackets of its own, and a hostile one may never close: the depth is counted, then the last "]" of
// the line is taken, then none.
function closingSquare(text: string, from: number): number | null {
  let depth = 1
  for (let i = from; i < text.length; i++) {
    const character = text[i]
    if (character === '[') depth++
    else if (character === ']' && --depth === 0) return i
  }
  const last = text.lastIndexOf(']')
  return last >= from ? last : null
}

function closingRound(text: string, from: number): number | null {
  let depth = 1
  for (let i = from; i < text.length; i++) {
    const character = text[i]
    if (character === '(') depth++
    else if (character === ')' && --depth === 0) return i
  }
  return null
}

function splitArguments(inner: string): string[] {
  const values: string[] = []
  let depth = 0
  let quote = ''
  let start = 0
  for (let i = 0; i < inner.length && values.length <= mostArguments; i++) {
    const character = inner.charAt(i)
    if (quote !== '') quote = character === quote ? '' : quote
    else if (character === '"') quote = character
    else if ('([{'.includes(character)) depth++
    else if (')]}'.includes(character)) depth--
    else if (character === ',' && depth === 0) {
      values.push(inner.slice(start, i).trim())
      start = i + 1
    }
  }
  const last = inner.slice(start).trim()
  return last === '' && values.length === 0 ? [] : [...values, last]
}
