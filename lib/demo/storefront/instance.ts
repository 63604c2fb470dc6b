import type { Difficulty } from '../models'
import { type Random, scatter } from '../random'
import { bare, makeCatalogue, type Product } from './catalogue'
import { askFor, type ShopGoal, wishFor } from './goal'
import { canMisname, misname, wishForPictured } from './pictured'
import { SearchIndex } from './search'

const instancesPerCatalogue = 150
const sizes: readonly Difficulty[] = [
  'easy',
  'medium',
  'hard',
  'medium',
  'easy',
  'hard',
  'medium',
  'extra',
  'easy',
  'hard',
]
/** One wish in so many is one that only a picture shows to be met. */
const picturedEvery = 17

/** One shop: what it sells, and how its search finds it. */
export type Shop = { id: string; products: readonly Product[]; index: SearchIndex }

/** One wish in one shop. */
export type ShopInstance = {
  key: string
  group: string
  cluster: string
  shop: Shop
  goal: ShopGoal
  difficulty: Difficulty
  pictured: boolean
  instruction: string
  /** The search that finds it soonest among those one would try first. */
  query: string
  gold: readonly (readonly string[])[]
}

/** Shops of this seed, the latest kept: wishes come shop by shop. */
export class Shops {
  private latest: Shop | null = null

  constructor(private readonly seed: Random) {}

  /** The number-th wish. */
  instance(number: number): ShopInstance {
    const shop = this.shop(Math.floor(number / instancesPerCatalogue) + 1)
    const random = this.seed.fork(`wish ${number}`)
    const pictured = number % picturedEvery === 3
    const place = scatter(
      number % instancesPerCatalogue,
      shop.products.length,
      Math.floor(number / instancesPerCatalogue),
    )
    const product = pickProduct(shop, place, pictured)
    const difficulty = pictured ? 'hard' : (sizes[number % sizes.length] ?? 'easy')
    const goal = pictured ? wishForPictured(random, product) : wishFor(random, product, difficulty)
    const { query, ways } = waysTo(shop, goal)
    return {
      key: `${shop.id}/${product.id}/${number}`,
      group: `${shop.id}/${product.id}`,
      cluster: `${shop.id}/${product.line.name}`,
      shop,
      goal,
      difficulty,
      pictured,
      instruction: askFor(random, goal),
      query,
      gold: ways,
    }
  }

  private shop(number: number): Shop {
    const id = `${this.seed.seed}/shop-${number}`
    if (this.latest?.id === id) return this.latest
    const random = this.seed.fork(`shop ${number}`)
    const plain = makeCatalogue(random)
    const odd = new Set(
      random.sample(
        plain.filter(({ line, options }) => canMisname(line) && options.colour),
        12,
      ),
    )
    const products = plain.map((product) => (odd.has(product) ? misname(random, product) : product))
    this.latest = { id, products, index: new SearchIndex(products) }
    return this.latest
  }
}

function isPictured({ picture }: Product): boolean {
  return Object.keys(picture).length > 0
}

function pickProduct(shop: Shop, place: number, pictured: boolean): Product {
  const fitting = shop.products.filter((product) => isPictured(product) === pictured)
  const product = fitting[place % fitting.length]
  if (!product) throw new Error(`${shop.id} sells nothing`)
  return product
}

const tidy = (query: string) => query.replace(/\s+/g, ' ').trim()

/** Searches that the words of the wish suggest, the likeliest first. */
export function queriesFor({ line, audience, qualities, choices }: ShopGoal): string[] {
  const words = qualities.map(bare).join(' ')
  const who = audience ?? ''
  return [
    `${who} ${words} ${line.name}`,
    `${who} ${line.name} ${choices.colour ?? ''}`,
    `${words} ${line.titles[0]}`,
  ].map(tidy)
}

/** Searches by what the listing says, for one that the words of the wish do not lead to. */
function queriesBy({ title, brand }: Product): string[] {
  const [head = title] = title.split(',')
  return [head.replace(brand, ''), title.replace(/[^\w' -]/g, ' ')].map((query) => tidy(query.toLowerCase()))
}

/** For each search that shows it on the first or second page, the clicks from there to the order. */
function waysTo(shop: Shop, goal: ShopGoal): { query: string; ways: string[][] } {
  const queries = [...queriesFor(goal), ...queriesBy(goal.product)]
  const found = queries.filter((words) => placeOf(shop, words, goal.product) < 16)
  const [query = queries.at(-1) ?? goal.product.title] = found
  const searches = [...new Set([query, ...found])].slice(0, 4)
  return { query, ways: searches.map((words) => wayBy(shop, goal, words)) }
}

function wayBy(shop: Shop, goal: ShopGoal, query: string): string[] {
  const pages = Math.floor(placeOf(shop, query, goal.product) / 8)
  const labels = Object.values(goal.choices).map((value) => labelOf(goal.product, value))
  const clicks = [...Array.from({ length: pages }, () => 'next page'), goal.product.id, ...labels, 'buy now']
  return [`search[${query}]`, ...clicks.map((target) => `click[${target}]`)]
}

function placeOf(shop: Shop, query: string, product: Product): number {
  const place = shop.index.find(query, 40).indexOf(product)
  return place < 0 ? 40 : place
}

/** What an option is called in the listing, from what it is. */
export function labelOf(product: Product, value: string): string {
  return Object.entries(product.picture).find(([, seen]) => seen === value)?.[0] ?? value
}
