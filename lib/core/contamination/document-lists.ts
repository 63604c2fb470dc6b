import type { Combined } from './combined'

/** Whether the document of a hit counts; a document that is left out contaminates nothing. */
export type CountsHit = (hit: number) => boolean

/** Which hits have each set of stretches, and which sets each stretch is in. Lists one after another. */
export type Postings = { hitsOfSet: Lists; setsOfStretch: Lists; countsStretch: Uint8Array }

/** Lists of numbers: list n is values[starts[n] … starts[n + 1]). */
export type Lists = { starts: Int32Array; values: Int32Array }

/** Turns hits around. A stretch counts when it is in a hit that does. */
export function postings({ sets, stretches, hitSets }: Combined, counts: CountsHit): Postings {
  const hitsOfSet = lists(sets.size, (add) => {
    for (let hit = 0; hit < hitSets.length; hit++) if (counts(hit)) add(hitSets.at(hit), hit)
  })
  const setsOfStretch = lists(stretches.size, (add) => {
    for (let set = 0; set < sets.size; set++) {
      if (hitsOfSet.starts[set] === hitsOfSet.starts[set + 1]) continue
      for (let at = sets.start(set); at < sets.end(set); at++) add(sets.values[at] ?? 0, set)
    }
  })
  const countsStretch = Uint8Array.from({ length: stretches.size }, (_, stretch) =>
    setsOfStretch.starts[stretch] === setsOfStretch.starts[stretch + 1] ? 0 : 1,
  )
  return { hitsOfSet, setsOfStretch, countsStretch }
}

/** Lays out lists from pairs that `each` hands over twice, in the same order. */
export function lists(count: number, each: (add: (list: number, value: number) => void) => void): Lists {
  const starts = new Int32Array(count + 1)
  each((list) => {
    starts[list + 1] = (starts[list + 1] ?? 0) + 1
  })
  for (let list = 0; list < count; list++) starts[list + 1] = (starts[list + 1] ?? 0) + (starts[list] ?? 0)
  const values = new Int32Array(starts[count] ?? 0)
  const filled = starts.slice()
  each((list, value) => {
    const at = filled[list] ?? 0
    values[at] = value
    filled[list] = at + 1
  })
  return { starts, values }
}
