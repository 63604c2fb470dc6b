import { dedupeKeyOf, goldHashOf, identify, type Producer } from './identity'
import type { Method, ParsedTrajectory } from './types'

/** A parsed trajectory with everything that follows from it alone, ready to be written. */
export type PreparedTrajectory = {
  parsed: ParsedTrajectory
  part: number // its place among those of the same record
  title: string
  contentHash: string // in hexadecimal, as every hash here
  dedupeKey: string
  preambleHash: string | null
  anchors: string[]
  goldHashes: string[]
  agentTurnCount: number
  actionCount: number
}

/** What a source says where its records are silent. */
export type SourceDefaults = {
  id: string
  /** By the person who brought it: it stands for the record's own word, also when runs are compared. */
  model: string | null
  method: Method | null
  /** By the file's name: good enough to show, not to take two runs for one. */
  likelyModel: string | null
  likelyMethod: Method | null
}

const TITLE_LENGTH = 200

/** The beginning of an instruction on one line, at most 200 code points. */
export function titleOf(instruction: string): string {
  const beginning = wholeCharacters(instruction, TITLE_LENGTH * 2)
  const line = UNEVEN.test(beginning) ? beginning.replace(/\s+/g, ' ').trim() : beginning
  if (line.length <= TITLE_LENGTH) return line
  const cut = line.slice(0, TITLE_LENGTH)
  return SURROGATES.test(cut) ? Array.from(line).slice(0, TITLE_LENGTH).join('') : cut
}

// Any white space but a single space between two words.
const UNEVEN = /[^\S ]| {2}|^ | $/
const SURROGATES = /[\ud800-\udfff]/

/** The beginning of a text, without the half of a character at its end: PostgreSQL would store it as another one. */
function wholeCharacters(text: string, length: number): string {
  const last = text.charCodeAt(length - 1)
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? length - 1 : length)
}

/** Fills in what the source knows, and computes what identifies the trajectory. */
export function prepareTrajectory(given: ParsedTrajectory, part: number, source: SourceDefaults): PreparedTrajectory {
  const named = given.model ?? source.model
  const known = given.method === 'unknown' ? null : given.method
  const method = known ?? source.method ?? source.likelyMethod ?? 'unknown'
  const parsed = { ...given, model: named ?? source.likelyModel, method }
  const { contentHash, preambleHash, anchors } = identify(parsed)
  const producer: Producer = named === null ? { sourceId: source.id } : { model: named }
  return {
    parsed,
    part,
    title: titleOf(parsed.instance.instruction),
    contentHash,
    dedupeKey: dedupeKeyOf(parsed.task, producer, method, contentHash),
    preambleHash,
    anchors,
    goldHashes: parsed.instance.gold.map(goldHashOf),
    agentTurnCount: countTurns(parsed.steps),
    actionCount: parsed.steps.reduce((count, { action }) => count + (action === null ? 0 : 1), 0),
  }
}

function countTurns(steps: ParsedTrajectory['steps']): number {
  let count = 0
  let last = 0
  for (const { turn } of steps) {
    if (turn !== last) count += 1
    last = turn
  }
  return count
}
