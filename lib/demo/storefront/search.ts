import type { Product } from './catalogue'

const dull = new Set([
  'a',
  'an',
  'the',
  'for',
  'in',
  'of',
  'with',
  'and',
  'to',
  'i',
  'need',
  'under',
  'than',
  'less',
  'size',
])

/** The words of a text, lower case, without dull ones and plural endings. */
export function terms(text: string): string[] {
  return (text.toLowerCase().match(/[a-z0-9.]+/g) ?? [])
    .filter((word) => !dull.has(word))
    .map((word) => (word.length > 3 && word.endsWith('s') ? word.slice(0, -1) : word))
}

const saturation = 1.2
const lengthWeight = 0.75

/** Ranks a catalogue by BM25 (Robertson and Zaragoza 2009) over what is written in titles, features and options. */
export class SearchIndex {
  private readonly postings = new Map<string, Map<number, number>>()
  private readonly lengths: number[] = []
  private readonly meanLength: number
  /** Everyone who has the same wish searches with much the same words. */
  private readonly found = new Map<string, readonly Product[]>()

  constructor(private readonly products: readonly Product[]) {
    for (const [at, product] of products.entries()) this.add(at, written(product))
    this.meanLength = this.lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, products.length)
  }

  private add(at: number, text: string): void {
    const words = terms(text)
    this.lengths.push(words.length)
    for (const word of words) {
      const posting = this.postings.get(word) ?? new Map<number, number>()
      posting.set(at, (posting.get(at) ?? 0) + 1)
      this.postings.set(word, posting)
    }
  }

  /** The best first; equal scores in the order of the catalogue. */
  find(query: string, limit: number): readonly Product[] {
    const key = `${limit} ${query}`
    const known = this.found.get(key) ?? this.rank(query, limit)
    this.found.set(key, known)
    return known
  }

  private rank(query: string, limit: number): Product[] {
    const scores = new Map<number, number>()
    for (const word of new Set(terms(query))) {
      const posting = this.postings.get(word)
      if (!posting) continue
      const rarity = Math.log(1 + (this.products.length - posting.size + 0.5) / (posting.size + 0.5))
      for (const [at, count] of posting) {
        const share = (this.lengths[at] ?? 0) / this.meanLength
        const weight = (count * (saturation + 1)) / (count + saturation * (1 - lengthWeight + lengthWeight * share))
        scores.set(at, (scores.get(at) ?? 0) + rarity * weight)
      }
    }
    const ranked = [...scores].sort(([a, x], [b, y]) => y - x || a - b).slice(0, limit)
    return ranked.flatMap(([at]) => this.products[at] ?? [])
  }
}

function written({ title, qualities, options }: Product): string {
  return [title, title, ...qualities, ...Object.values(options).flat()].join(' ')
}
