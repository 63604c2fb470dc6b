import type { Combined } from './combined'
import { type Lists, lists, type Postings } from './document-lists'
import { GrowingInts } from './growing-ints'
import { reach } from './match-reach'
import { walkGrams } from './match-walk'
import { SequenceSet } from './sequence-set'
import type { TestIndex } from './test-index'

/** A training document, and the first of its texts that holds what was found. Both count from 1, as lines do. */
export type Place = { source: string; record: number; text: number }

/** The documents that hold something: all are counted, the first ones named. */
export type Documents = { count: number; first: Place[] }

/** Finds the documents that a match came from. Equal matches are looked up once. */
export class Evidence {
  private readonly stretchOf = new GrowingInts()
  private readonly placeOf = new GrowingInts()
  /** For each n-gram, by its first position, where stretches hold it. */
  private readonly placesOf: Lists
  private readonly known = new SequenceSet()
  private readonly answers: Documents[] = []

  constructor(
    private readonly index: TestIndex,
    private readonly combined: Combined,
    private readonly postings: Postings,
  ) {
    const { stretches } = combined
    const firsts = new GrowingInts()
    for (let stretch = 0; stretch < stretches.size; stretch++) {
      if (postings.countsStretch[stretch] === 0) continue
      walkGrams(index.grams, stretches.values, stretches.start(stretch), stretches.end(stretch), (first, at) => {
        firsts.push(first)
        this.stretchOf.push(stretch)
        this.placeOf.push(at)
      })
    }
    this.placesOf = lists(index.grams.tokens.length, (add) => {
      for (let place = 0; place < firsts.length; place++) add(firsts.at(place), place)
    })
  }

  /**
   * The documents that hold a match.
   *
   * @param first  the first position of the n-gram that the match begins with
   * @param position  where on the test side it begins, `length` tokens long
   */
  documents(first: number, position: number, length: number): Documents {
    const number = this.known.add(this.index.grams.tokens, position, position + length)
    const answer = this.answers[number] ?? this.documentsOf(this.stretchesOf(first, position, length))
    this.answers[number] = answer
    return answer
  }

  private stretchesOf(first: number, position: number, length: number): Set<number> {
    const found = new Set<number>()
    const { starts, values } = this.placesOf
    const { rule, grams } = this.index
    const { stretches } = this.combined
    for (let i = starts[first] ?? 0; i < (starts[first + 1] ?? 0); i++) {
      const place = values[i] ?? 0
      const at = this.placeOf.at(place)
      const end = Math.min(stretches.end(this.stretchOf.at(place)), at + length)
      if (reach(rule, grams.tokens, position, stretches.values, at, end) === length) found.add(this.stretchOf.at(place))
    }
    return found
  }

  /** A document has one set of stretches, so those of different sets are different documents. */
  private documentsOf(stretches: ReadonlySet<number>): Documents {
    const { hitsOfSet, setsOfStretch } = this.postings
    const sets = new Set([...stretches].flatMap((stretch) => Array.from(listed(setsOfStretch, stretch))))
    const named = this.index.documentsNamed
    let count = 0
    const first: number[] = []
    for (const set of sets) {
      const hits = listed(hitsOfSet, set)
      count += hits.length
      first.push(...hits.subarray(0, named))
    }
    first.sort((one, other) => one - other)
    return { count, first: first.slice(0, named).map((hit) => this.place(hit, stretches)) }
  }

  private place(hit: number, stretches: ReadonlySet<number>): Place {
    const { sets, sources, hitSources, hitPlaces, hitSets, hitTexts, hitTextStarts } = this.combined
    const start = sets.start(hitSets.at(hit))
    const members = sets.values.subarray(start, sets.end(hitSets.at(hit)))
    const texts = Array.from(members, (member, at) =>
      stretches.has(member) ? hitTexts.at(hitTextStarts.at(hit) + at) : Number.POSITIVE_INFINITY,
    )
    const source = sources[hitSources.at(hit)]?.source ?? ''
    return { source, record: hitPlaces.at(hit) + 1, text: Math.min(...texts) + 1 }
  }
}

function listed({ starts, values }: Lists, list: number): Int32Array {
  return values.subarray(starts[list] ?? 0, starts[list + 1] ?? 0)
}
