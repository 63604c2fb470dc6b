import { closeSync, openSync, writeSync } from 'node:fs'

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const common =
  'the of and to in a is that for it as was with be by on not he his but at are this have from or had an they which one you were all her she there would their we him been has when who will no more if out so up said what its about than into them can only other time new some could these two may first then do any like my now over such our man me even most made after also did many off before must well back through years where much your way down should because long each just state those people too mr how little good world make very year still see own work men day get here old both between life being under three never know same last another while us might great go come since against right came take used himself few house american use place during high without again home around small however found mrs part thought went say general once upon school every'.split(
    ' ',
  )
const syllables =
  'ba be bi bo bra ca ce cho con cra da de di dro el en er es fa fi for ga ge gra ha he im in ja ka ke la le li lo ma me mi mo na ne ni no or pa pe per pla po pre pro ra re ri ro sa se shi so sta sti su ta te ti to tra un va ve vi wa wi za'.split(
    ' ',
  )

/** Sentences of words that are used as often as words are: few very often, many once. */
export class Sentences {
  private readonly words: string[]

  constructor(private readonly random: () => number) {
    const made = Array.from({ length: 40_000 }, () =>
      Array.from({ length: 2 + this.below(3) }, () => this.pick(syllables)).join(''),
    )
    this.words = [...common, ...made]
  }

  sentence(words: number): string {
    const text = Array.from({ length: words }, () => this.word()).join(' ')
    const number = this.random() < 0.2 ? ` (${this.below(5000)})` : ''
    return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}${number}${this.pick(['.', '.', '.', '?', '!', ':\n'])}`
  }

  below(limit: number): number {
    return Math.floor(this.random() * limit)
  }

  pick<T>(items: readonly T[]): T {
    const item = items[this.below(items.length)]
    if (item === undefined) throw new RangeError('nothing to pick from')
    return item
  }

  private word(): string {
    const rank = Math.floor(this.words.length ** this.random()) - 1
    return this.words[rank] ?? 'the'
  }
}

/** Examples of two or three sentences. */
export function someExamples(sentences: Sentences, count: number): string[] {
  return Array.from({ length: count }, () =>
    Array.from({ length: 2 + sentences.below(2) }, () => sentences.sentence(10 + sentences.below(12))).join(' '),
  )
}

/**
 * Writes JSON Lines of conversations, about a kilobyte each. In a share of the lines stands an example, whole or in part.
 *
 * @returns how many lines, and in how many an example was planted
 */
export function writeCorpus(
  file: string,
  megabytes: number,
  plantedShare: number,
  examples: readonly string[],
  sentences: Sentences,
): { lines: number; planted: number; bytes: number } {
  const pool = Array.from({ length: 60_000 }, () => sentences.sentence(6 + sentences.below(20)))
  const out = openSync(file, 'w')
  let [lines, planted, bytes] = [0, 0, 0]
  let pending: string[] = []
  while (bytes < megabytes * 1e6) {
    const turns = Array.from({ length: 2 + sentences.below(4) }, () =>
      Array.from({ length: 1 + sentences.below(6) }, () => sentences.pick(pool)).join(' '),
    )
    if (sentences.below(1e6) < plantedShare * 1e6) {
      turns.push(partOf(sentences.pick(examples), sentences))
      planted++
    }
    const messages = turns.map((value, turn) => ({ from: turn % 2 === 0 ? 'human' : 'gpt', value }))
    pending.push(JSON.stringify({ id: `doc-${lines}`, conversations: messages }))
    lines++
    if (pending.length < 1000) continue
    bytes += writeSync(out, `${pending.join('\n')}\n`)
    pending = []
  }
  closeSync(out)
  return { lines, planted, bytes }
}

function partOf(example: string, sentences: Sentences): string {
  return sentences.below(2) === 0 ? `Solve this: ${example}` : example.slice(sentences.below(example.length / 3))
}
