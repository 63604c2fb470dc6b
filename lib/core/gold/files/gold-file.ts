import { decodeText, readJson } from '@/lib/core/trajectory/decode'
import { escapeText } from '@/lib/core/trajectory/escape'
import { maySpoil, storableGold } from '@/lib/core/trajectory/storable'
import { type Json, RecordProblem } from '@/lib/core/trajectory/types'
import type { GoldEntry } from '../catalogue'
import { alfredGold, alfworldGames } from './alfred'
import { assayGold } from './assay-gold'
import { dbbenchGold } from './dbbench'
import { intercodeGold } from './intercode'
import { knowledgeGraphGold } from './knowledge-graph'

/** A kind of gold file: what an entry looks like, and what it says. */
export type GoldFileKind = {
  title: string
  recognise: (entry: Json) => boolean
  /** @param at  the entry's place in the file, from 0 */
  read: (entry: Json, at: number, fileName: string) => GoldEntry
}

/** A gold file as it was read: its entries, and those that could not be read with the reason. */
export type GoldFile = {
  name: string
  kind: string
  entries: GoldEntry[]
  problems: { at: number; reason: string }[]
}

const kinds: readonly GoldFileKind[] = [
  assayGold,
  intercodeGold,
  dbbenchGold,
  knowledgeGraphGold,
  alfredGold,
  alfworldGames,
]

/**
 * Reads a file with gold answers: a JSON array, or JSON lines.
 *
 * @throws RecordProblem where the file is neither, or holds no gold of a known kind
 */
export function readGoldFile(bytes: Uint8Array, name: string): GoldFile {
  const text = decodeText(bytes)
  const list = entriesOf(text)
  const keep = maySpoil(text) ? escaped : (entry: GoldEntry) => entry
  const kind = kinds.find(({ recognise }) => list.some((entry) => recognise(entry)))
  if (kind === undefined) {
    throw new RecordProblem(`${name} is no gold file that is known: ${kinds.map(({ title }) => title).join('; ')}`)
  }
  const file: GoldFile = { name, kind: kind.title, entries: [], problems: [] }
  list.forEach((entry, at) => {
    try {
      file.entries.push(keep(kind.read(entry, at, name)))
    } catch (error) {
      if (!(error instanceof RecordProblem)) throw error
      file.problems.push({ at, reason: error.message })
    }
  })
  return file
}

/** The entry with every string as it can be stored, as trajectories have it. */
function escaped(entry: GoldEntry): GoldEntry {
  const orNull = (text: string | null) => (text === null ? null : escapeText(text))
  return {
    keys: entry.keys.map((key) => ({ ...key, value: escapeText(key.value) })),
    instruction: orNull(entry.instruction),
    gold: entry.gold.map(storableGold),
    difficulty: orNull(entry.difficulty),
    groupKey: orNull(entry.groupKey),
    clusterKey: orNull(entry.clusterKey),
  }
}

function entriesOf(text: string): Json[] {
  const solid = text.trim()
  if (!solid.startsWith('['))
    return solid
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map(readJson)
  const list = readJson(solid)
  return Array.isArray(list) ? list : [list]
}
