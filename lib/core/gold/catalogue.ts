import { keyPart } from '@/lib/core/trajectory/instance-key'
import type { Gold, ParsedTrajectory } from '@/lib/core/trajectory/types'

/**
 * What a gold file says of one instance, under every key it can be found by. Found by its place in a file alone, it
 * counts only if its instruction is the instance's: a file of the same shape that belongs to another data set links
 * nothing instead of the wrong thing.
 */
export type GoldEntry = {
  keys: readonly GoldKey[]
  instruction: string | null
  gold: Gold[]
  difficulty: string | null
  groupKey: string | null
  clusterKey: string | null
}

/** How an entry is found: by the instance's key, by the last part of it, by its instruction, or by its group. */
export type GoldKey = { task: string; by: 'key' | 'place' | 'instruction' | 'group'; value: string }

/** Gold from one file or several, ready to be looked up. */
export type GoldCatalogue = { names: readonly string[]; entries: ReadonlyMap<string, readonly GoldEntry[]> }

/** A trajectory with the gold that was found for it, and whether any was. */
export type Linked = { trajectory: ParsedTrajectory; linked: boolean }

/** Of how many trajectories how many have gold, and the others by name. */
export type LinkReport = { of: number; linked: number; notLinked: { externalId: string; key: string }[] }

/** Puts the entries of several files into one catalogue. */
export function catalogueOf(files: readonly { name: string; entries: readonly GoldEntry[] }[]): GoldCatalogue {
  const entries = new Map<string, GoldEntry[]>()
  for (const file of files) {
    for (const entry of file.entries) {
      for (const key of entry.keys) {
        const found = entries.get(spell(key))
        if (found) found.push(entry)
        else entries.set(spell(key), [entry])
      }
    }
  }
  return { names: files.map(({ name }) => name), entries }
}

/**
 * The trajectory with the catalogue's gold beside what its record brought. Difficulty, group and cluster are filled in
 * where the record is silent. `linked` says whether there is gold now, wherever it comes from.
 */
export function linkGold(trajectory: ParsedTrajectory, catalogue: GoldCatalogue): Linked {
  const { instance } = trajectory
  const found = findEntries(trajectory, catalogue)
  const [first] = found
  if (first === undefined) return { trajectory, linked: instance.gold.length > 0 }
  const gold = distinct([...instance.gold, ...found.flatMap((entry) => entry.gold)])
  const linked = {
    ...instance,
    gold,
    difficulty: instance.difficulty ?? first.difficulty,
    groupKey: instance.groupKey ?? first.groupKey,
    clusterKey: instance.clusterKey ?? first.clusterKey,
  }
  return { trajectory: { ...trajectory, instance: linked }, linked: gold.length > 0 }
}

/** The share that linked, and the list that did not. */
export function reportLinks(all: readonly Linked[]): LinkReport {
  const without = all.filter(({ linked }) => !linked)
  return {
    of: all.length,
    linked: all.length - without.length,
    notLinked: without.map(({ trajectory }) => ({
      externalId: trajectory.externalId,
      key: trajectory.instance.key,
    })),
  }
}

function findEntries({ task, instance }: ParsedTrajectory, { entries }: GoldCatalogue): readonly GoldEntry[] {
  const { key, groupKey, instruction } = instance
  const exact = entries.get(spell({ task, by: 'key', value: key }))
  if (exact) return exact.flatMap((entry) => followed(entry, entries)).filter((entry) => fits(entry, instruction))
  const place = entries.get(spell({ task, by: 'place', value: key.slice(key.lastIndexOf('/') + 1) }))
  const atPlace = place?.filter((entry) => entry.instruction !== null && fits(entry, instruction))
  if (atPlace && atPlace.length > 0) return atPlace
  return (
    entries.get(spell({ task, by: 'instruction', value: keyPart(instruction) })) ??
    (groupKey === null ? undefined : entries.get(spell({ task, by: 'group', value: groupKey }))) ??
    []
  )
}

/** An entry without gold says by which other keys its instance goes: what stands under those. */
function followed(entry: GoldEntry, entries: GoldCatalogue['entries']): readonly GoldEntry[] {
  return entry.gold.length > 0 ? [entry] : entry.keys.flatMap((key) => entries.get(spell(key)) ?? [])
}

function fits(entry: GoldEntry, instruction: string): boolean {
  return entry.instruction === null || keyPart(entry.instruction) === keyPart(instruction)
}

function distinct(gold: readonly Gold[]): Gold[] {
  const written = (each: Gold) => JSON.stringify([each.actions.map(({ raw }) => keyPart(raw)), each.answer])
  return [...new Map(gold.toReversed().map((each) => [written(each), each])).values()].reverse()
}

function spell({ task, by, value }: GoldKey): string {
  return `${task}\n${by}\n${value}`
}
