import { GrowingInts } from './growing-ints'
import { SequenceSet } from './sequence-set'
import type { Sequences, Shard, Unreadable } from './shard'

/** One training input, its shards added up. */
export type TrainingSource = {
  source: string
  component: string
  documents: number
  bytes: number
  withoutField: number
  unreadable: Unreadable[]
}

/**
 * What all shards share with the test side. Hits are numbered in the order of their documents: by the name of the source,
 * then by their place in it, counted from 0.
 */
export type Combined = {
  sources: TrainingSource[]
  stretches: SequenceSet
  sets: SequenceSet
  hitSources: GrowingInts
  hitPlaces: GrowingInts
  hitSets: GrowingInts
  /** For each stretch of a hit's set the first text of the document that has it; a hit's begin at its own start. */
  hitTextStarts: GrowingInts
  hitTexts: GrowingInts
  /** Texts found verbatim, in the order of documents. */
  verbatimTexts: GrowingInts
  verbatimSources: GrowingInts
  verbatimPlaces: GrowingInts
}

/**
 * Adds up shards. The result depends neither on the order in which they come nor on how often: shards with the same
 * source and name count once.
 *
 * @throws Error where a shard was made with another test side or rule than `index` names
 */
export function combine(shards: readonly Shard[], index: string): Combined {
  const combined = empty()
  let base = 0
  for (const shard of inOrder(shards)) {
    if (shard.index !== index)
      throw new Error(`Shard ${shard.name} of ${shard.source} was made with another test side or other parameters.`)
    const last = combined.sources.at(-1)
    if (last?.source === shard.source) include(last, shard, base)
    else {
      base = 0
      const { source, component } = shard
      const fresh = { source, component, documents: 0, bytes: 0, withoutField: 0, unreadable: [] }
      include(fresh, shard, base)
      combined.sources.push(fresh)
    }
    addHits(combined, shard, base)
    base += shard.places
  }
  return combined
}

function empty(): Combined {
  return {
    sources: [],
    stretches: new SequenceSet(),
    sets: new SequenceSet(),
    hitSources: new GrowingInts(),
    hitPlaces: new GrowingInts(),
    hitSets: new GrowingInts(),
    hitTextStarts: new GrowingInts(),
    hitTexts: new GrowingInts(),
    verbatimTexts: new GrowingInts(),
    verbatimSources: new GrowingInts(),
    verbatimPlaces: new GrowingInts(),
  }
}

/** By code units, so that every machine sorts alike; each shard once. */
function inOrder(shards: readonly Shard[]): Shard[] {
  const byName = new Map(shards.map((shard) => [`${shard.source}\u0000${shard.name}`, shard]))
  return [...byName].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, shard]) => shard)
}

function include(source: TrainingSource, shard: Shard, base: number): void {
  source.documents += shard.documents
  source.bytes += shard.bytes
  source.withoutField += shard.withoutField
  for (const { place, reason } of shard.unreadable) source.unreadable.push({ place: base + place, reason })
}

function addHits(combined: Combined, { stretches, sets, hits, verbatim }: Shard, base: number): void {
  const source = combined.sources.length - 1
  const numbers = eachOf(stretches).map(([from, to]) => combined.stretches.add(stretches.pool, from, to))
  const renumbered = eachOf(sets).map(([from, to]) => renumber(combined, sets.pool.subarray(from, to), numbers))
  let text = 0
  for (const [hit, place] of hits.places.entries()) {
    const { set, order } = renumbered[hits.sets[hit] ?? 0] ?? { set: 0, order: [] }
    combined.hitSources.push(source)
    combined.hitPlaces.push(base + place)
    combined.hitSets.push(set)
    combined.hitTextStarts.push(combined.hitTexts.length)
    for (const member of order) combined.hitTexts.push(hits.texts[text + member] ?? 0)
    text += order.length
  }
  for (const [finding, place] of verbatim.places.entries()) {
    combined.verbatimTexts.push(verbatim.texts[finding] ?? 0)
    combined.verbatimSources.push(source)
    combined.verbatimPlaces.push(base + place)
  }
}

/** A shard's set in the numbers of all, and in which order its members now stand. */
function renumber(
  combined: Combined,
  members: Int32Array,
  numbers: readonly number[],
): { set: number; order: number[] } {
  const moved = Array.from(members, (member, at) => ({ number: numbers[member] ?? 0, at }))
  moved.sort((one, other) => one.number - other.number)
  const values = Int32Array.from(moved, ({ number }) => number)
  return { set: combined.sets.add(values, 0, values.length), order: moved.map(({ at }) => at) }
}

function eachOf({ ends }: Sequences): [from: number, to: number][] {
  return Array.from(ends, (end, at) => [at === 0 ? 0 : (ends[at - 1] ?? 0), end])
}
