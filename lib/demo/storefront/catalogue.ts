import { say } from '../phrase'
import type { Random } from '../random'
import { house } from './house'
import type { Line } from './line'
import { sundries } from './sundries'
import { wear } from './wear'

export const lines: readonly Line[] = [...wear, ...house, ...sundries]

/**
 * Something for sale. What buyers read: title, price, options, features, description, reviews. What only the picture
 * shows: picture maps an option as it is written to what one sees, and the qualities in unwritten stand nowhere.
 */
export type Product = {
  id: string
  line: Line
  title: string
  brand: string
  audience: string | null
  price: number
  rating: string
  qualities: readonly string[]
  titled: readonly string[]
  unwritten: readonly string[]
  options: Readonly<Record<string, readonly string[]>>
  picture: Readonly<Record<string, string>>
  description: string
  reviews: readonly string[]
}

const brands = [
  'Saltmarsh',
  'Fennick & Rowe',
  'Halvarde',
  'Pellam',
  'Quillon',
  'Brindlewick',
  'Marrow & Vane',
  'Lumenfold',
  'Hearthline',
  'Oxbow Lane',
  'Tarnside',
  'Cobalt Heron',
  'Veldra',
  'Nimbury',
  'Kestrow',
  'Dunmere',
  'Ashgrove Mill',
  'Plumett',
  'Corvane',
  'Wexley Field',
  'Solbergh',
  'Thistledown',
  'Umberly',
  'Zephrine',
]

const letters = 'BCDFGHJKLMNPQRSTVWXZ23456789'

const descriptions = [
  '[Made|Designed] for {use}, this {noun} [does its job|keeps going] [season after season|day after day].',
  'Our {noun} [started|began] as something we wanted for {use} ourselves. [It is|That makes it] {quality}, and it shows.',
  '[A|One] {noun} for {use} and for {other}. {cap quality} where it matters.',
  'People buy this {noun} for {use} and keep it for {other}.',
]

const reviewLines = [
  '[Exactly|Just] as described. [Would buy again.|Happy with it.]',
  'Good for {use}. [Arrived quickly.|The box was a bit dented.]',
  'The {axis} was [slightly off|a little different from what I expected], [otherwise fine|I kept it anyway].',
  '[Second one I have bought|Bought two]. {cap quality}, as promised.',
  'Not for {use}, but [fine|good enough] for {other}.',
  '[Cheaper ones fall apart|Much better than the last one I had].',
]

/** The number-th catalogue: eight products or so of every line. */
export function makeCatalogue(random: Random): Product[] {
  const ids = new Set<string>()
  return lines.flatMap((line) => Array.from({ length: random.between(8, 11) }, () => makeProduct(random, line, ids)))
}

/** A product that is not among these. */
export function strayProduct(random: Random, sold: readonly Product[]): Product {
  return makeProduct(random, random.pick(lines), new Set(sold.map(({ id }) => id)))
}

/** A quality without the word that ties it to its noun: with a hood → hood. */
export const bare = (quality: string) => quality.replace(/^with (?:an? )?/, '')

function makeProduct(random: Random, line: Line, ids: Set<string>): Product {
  const brand = random.pick(brands)
  const audience = line.audiences.length > 0 ? random.pick(line.audiences) : null
  const qualities = random.sample(line.qualities, random.between(3, 4))
  const titled = random.sample(qualities, random.between(1, 2))
  const [use = 'home', other = 'work'] = random.sample(line.uses, 2)
  const noun = random.pick(line.titles)
  const words = [audience, noun].filter((word) => word !== null).join(' ')
  const tail = random.chance(0.6) ? ` for ${titleCase(use)}` : ''
  const axes = Object.entries(line.options).map(([axis, values]) => [axis, choices(random, values)] as const)
  const slots = {
    noun,
    use,
    other,
    quality: bare(random.pick(qualities)),
    axis: random.pick(Object.keys(line.options)),
  }
  return {
    id: freshId(random, ids),
    line,
    brand,
    audience,
    title: `${brand} ${titleCase(words)}${tail}, ${titled.map((quality) => titleCase(bare(quality))).join(', ')}`,
    price: Math.round(random.between(line.price[0] * 100, line.price[1] * 100) / 5) / 20,
    rating: `${(3.1 + random.next() * 1.8).toFixed(1)} of 5 (${random.between(4, 1900)})`,
    qualities,
    titled,
    unwritten: [],
    options: Object.fromEntries(axes),
    picture: {},
    description: say(random, descriptions, slots),
    reviews: random.sample(reviewLines, random.between(2, 3)).map((review) => say(random, [review], slots)),
  }
}

/** A seller has some of what there is, in the order in which it comes. */
function choices(random: Random, values: readonly string[]): string[] {
  const count = Math.min(values.length, random.between(2, 5))
  const kept = new Set(random.sample(values, count))
  return values.filter((value) => kept.has(value))
}

export function titleCase(words: string): string {
  return words
    .replace(/(^|[\s-])([a-z])/g, (_, before: string, letter: string) => before + letter.toUpperCase())
    .replace(/\b(?:Bpa|Usb|Uv|Pfas)\b/g, (letters) => letters.toUpperCase())
}

function freshId(random: Random, ids: Set<string>): string {
  for (;;) {
    const id = `S${Array.from({ length: 6 }, () => random.pick([...letters])).join('')}`
    if (ids.has(id)) continue
    ids.add(id)
    return id
  }
}
