import { decodeText, readJson } from './decode'
import { escapeText } from './escape'
import type { Format, ParseContext } from './formats/format'
import { sound } from './sound'
import { maySpoil, storable } from './storable'
import { type ParsedTrajectory, RecordProblem } from './types'

/** Raised whenever the same record may parse to something else, so that sources can be parsed again. */
export const parserVersion = 1

/**
 * The trajectories of one record, at least one, with every string as it can be stored (see escapeText).
 *
 * @throws RecordProblem and nothing else: the reason and the path to the place, both storable and of bounded length
 */
export function parseRecord(format: Format, bytes: Uint8Array, context: ParseContext): ParsedTrajectory[] {
  try {
    const text = decodeText(bytes)
    const parsed = format.read(format.input === 'text' ? text : readJson(text), context)
    if (parsed.length === 0) throw new RecordProblem('the record holds no trajectory')
    const all = parsed.map((each) => sound(each, context))
    return maySpoil(text) ? all.map(storable) : all
  } catch (error) {
    throw error instanceof RecordProblem ? bounded(error) : error
  }
}

function bounded({ reason, field }: RecordProblem): RecordProblem {
  return new RecordProblem(shortened(reason), field === null ? null : shortened(field))
}

function shortened(text: string): string {
  return escapeText(text.length > 500 ? `${text.slice(0, 500)}…` : text)
}
