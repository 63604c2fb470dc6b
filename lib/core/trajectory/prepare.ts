import { anchorsOf, contentHashOf, dedupeKeyOf, goldHashOf, type Producer, preambleHashOf } from './identity'
import type { Method, ParsedTrajectory } from './types'

/** A parsed trajectory with everything that follows from it alone, ready to be written. */
export type PreparedTrajectory = {
  parsed: ParsedTrajectory
  part: number // its place among those of the same record
  title: string
  contentHash: Uint8Array
  dedupeKey: Uint8Array
  preambleHash: Uint8Array | null
  anchors: Uint8Array[]
  goldHashes: Uint8Array[]
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
  const beginning = wholeCharacters(instruction, TITLE_LENGTH * 4)
    .replace(/\s+/g, ' ')
    .trim()
  return beginning.length <= TITLE_LENGTH ? beginning : Array.from(beginning).slice(0, TITLE_LENGTH).join('')
}

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
  const contentHash = contentHashOf(parsed)
  const producer: Producer = named === null ? { sourceId: source.id } : { model: named }
  return {
    parsed,
    part,
    title: titleOf(parsed.instance.instruction),
    contentHash,
    dedupeKey: dedupeKeyOf(parsed.task, producer, method, contentHash),
    preambleHash: preambleHashOf(parsed.preamble),
    anchors: anchorsOf(parsed.steps),
    goldHashes: parsed.instance.gold.map(goldHashOf),
    agentTurnCount: new Set(parsed.steps.map(({ turn }) => turn)).size,
    actionCount: parsed.steps.reduce((count, { action }) => count + (action === null ? 0 : 1), 0),
  }
}
