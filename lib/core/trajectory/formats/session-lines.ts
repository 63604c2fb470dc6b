import { readJson } from '../decode'
import { nestingWithin } from '../scan/problems'
import type { JsonObject } from '../types'
import { RecordProblem } from '../types'
import { isObject } from './is-object'

const deepest = 200
const encoder = new TextEncoder()

/**
 * The lines of a session's log. The last one may be cut off, since a session that crashed ends there; it is left out.
 *
 * @throws RecordProblem naming any other line that is not a JSON object
 */
export function readLines(text: string): { lines: JsonObject[]; cut: boolean } {
  const written = text.split('\n').map((line) => line.trim())
  const last = written.findLastIndex((line) => line !== '')
  const lines: JsonObject[] = []
  for (const [i, line] of written.entries()) {
    if (line === '') continue
    const value = objectOf(line)
    if (value !== null) lines.push(value)
    else if (i === last && i > 0) return { lines, cut: true }
    else throw new RecordProblem('the line is no JSON object', `line ${i + 1}`)
  }
  return { lines, cut: false }
}

function objectOf(line: string): JsonObject | null {
  if (nestingWithin(encoder.encode(line), deepest) < 0) return null
  try {
    const value = readJson(line)
    return isObject(value) ? value : null
  } catch {
    return null
  }
}
