import type { Slots } from '../phrase'
import type { Random } from '../random'
import { bare, type Product } from './catalogue'
import { named } from './goal'
import { labelOf, queriesFor, type ShopInstance } from './instance'
import { terms } from './search'
import { dollars, onPage, type Page, type ShopSession } from './session'

/** What someone in the shop does next, and why: situation and facts for a rationale. */
export type Intent = { raw: string; situation: string; slots: Slots }

/** How someone shops: by eye (a person, who sees the pictures), and whether they read the features before they buy. */
export type Manner = { byEye: boolean; careful: boolean; skipsChoice: boolean; patience: number }

/** Shops for one wish. Acts on what the pages show; only a person by eye knows a listing by its picture. */
export class Shopper {
  private readonly visited = new Set<string>()
  private readonly read = new Set<string>()
  private readonly queries: string[]
  /** What is searched for when nothing else helped. */
  private readonly last: string[]
  /** Everything was tried: the nearest thing will do. */
  private settling = false

  constructor(
    readonly session: ShopSession,
    readonly instance: ShopInstance,
    private readonly manner: Manner,
    private readonly random: Random,
  ) {
    const { goal, query } = instance
    const suggested = queriesFor(goal)
    const [own = query, ...others] = random.chance(0.35) ? random.shuffle(suggested) : suggested
    this.queries = [...new Set(manner.byEye ? [query, ...suggested] : [own, ...others])]
    this.last = goal.line.titles.map((title) => `${goal.audience ?? ''} ${title}`.trim())
  }

  next(): Intent {
    const { page } = this.session
    if (page.on === 'search') return this.search()
    if (page.on === 'results') return this.choose(page)
    if (page.on === 'tab') return this.leaveTab(page)
    return this.weigh(page)
  }

  intent(raw: string, situation: string, extra: Slots = {}): Intent {
    const { goal } = this.instance
    const base = {
      wish: goal.line.name,
      one: named(goal.line.name),
      cap: dollars(goal.cap),
      qualities: goal.qualities.map(bare).join(' and '),
    }
    return { raw, situation, slots: { ...base, ...extra } }
  }

  private search(): Intent {
    const first = this.visited.size === 0 && this.queries.length > 0
    this.settling = this.queries.length === 0
    const query = this.queries.shift() ?? this.last.shift() ?? this.instance.goal.line.name
    const situation = first ? 'first search' : this.settling ? 'settle' : 'search again'
    return this.intent(`search[${query}]`, situation, { query })
  }

  private choose(page: Page & { on: 'results' }): Intent {
    const fresh = onPage(page).filter(({ id }) => this.settling || !this.visited.has(id))
    const target = fresh.find((product) => product === this.instance.goal.product)
    if (target && this.manner.byEye && this.random.chance(0.8)) return this.open(target)
    const best = fresh.map((product) => ({ product, fit: this.fit(product) })).reduce(better, null)
    if (best && (best.fit > 0 || this.settling)) return this.open(best.product)
    const targets = this.session.targets()
    if (targets.includes('next page') && page.page < 2)
      return this.intent('click[next page]', 'next page', { query: page.query })
    return this.intent('click[back to search]', 'give up on results', { query: page.query })
  }

  /** How well a listing looks in a list: its kind, its audience, the wanted qualities in its title, its price. */
  private fit(product: Product): number {
    const { goal } = this.instance
    const title = product.title.toLowerCase()
    const kinds = [goal.line.name, ...goal.line.titles]
    if (!kinds.some((kind) => title.includes(kind)) || product.price >= goal.cap) return 0
    if (goal.audience !== null && !title.includes(goal.audience)) return 0
    return 1 + goal.qualities.filter((quality) => title.includes(bare(quality))).length + this.random.next() * 0.5
  }

  private open(product: Product): Intent {
    this.visited.add(product.id)
    const [short = product.title] = product.title.split(',')
    const words = new Set(terms(product.title))
    const hits = this.instance.goal.qualities
      .map(bare)
      .filter((quality) => terms(quality).every((word) => words.has(word)))
    const slots = { id: product.id, short, price: dollars(product.price), hits: hits.join(' and ') }
    return this.intent(`click[${product.id}]`, hits.length > 0 ? 'pick by title' : 'pick', slots)
  }

  private facts({ title, price, id, rating }: Product): Slots {
    const [short = title] = title.split(',')
    return { id, short, price: dollars(price), rating: rating.split(' ')[0] ?? rating }
  }

  private weigh({ product, chosen }: Page & { on: 'item' }): Intent {
    const { goal } = this.instance
    const facts = this.facts(product)
    const offered = Object.values(product.options).flat()
    const labels = Object.entries(goal.choices).map(([axis, value]) => ({
      axis,
      value: this.manner.byEye ? labelOf(product, value) : value,
    }))
    const lacking = labels.find(({ value }) => !offered.includes(value))
    if (lacking && this.willing())
      return this.intent('click[back to results]', 'reject choice', { ...facts, ...lacking })
    const unsure = goal.qualities.map(bare).find((quality) => !product.title.toLowerCase().includes(quality))
    if (unsure && this.manner.careful && !this.read.has(product.id)) {
      this.read.add(product.id)
      return this.intent('click[features]', 'read features', { ...facts, missing: unsure })
    }
    if (this.read.has(product.id) && !this.holds(product) && this.willing())
      return this.intent('click[back to results]', 'reject quality', { ...facts, missing: unsure ?? '' })
    const open = labels.filter(({ axis, value }) => offered.includes(value) && chosen[axis] !== value)
    const next = open[0]
    if (next && !(this.manner.skipsChoice && open.length === 1))
      return this.intent(`click[${next.value}]`, 'choose', { ...facts, ...next })
    return this.intent('click[buy now]', Object.keys(chosen).length > 0 ? 'buy' : 'buy plain', {
      ...facts,
      left: dollars(goal.cap - product.price),
      ...this.summary(chosen),
    })
  }

  /** Whether to look further rather than take this one. */
  private willing(): boolean {
    return !this.settling && this.visited.size < this.manner.patience
  }

  private holds(product: Product): boolean {
    return this.instance.goal.qualities.every((quality) => product.qualities.includes(quality))
  }

  private summary(chosen: Slots): Slots {
    const choices = Object.entries(chosen).map(([axis, value]) => `${axis} ${value}`)
    return { chosen: choices.join(' and ') }
  }

  private leaveTab({ item }: Page & { on: 'tab' }): Intent {
    const met = this.instance.goal.qualities.filter((quality) => item.product.qualities.includes(quality)).map(bare)
    const lacking = this.instance.goal.qualities
      .filter((quality) => !item.product.qualities.includes(quality))
      .map(bare)
    const slots = { ...this.facts(item.product), met: met.join(' and '), missing: lacking.join(' or ') }
    return this.intent('click[back to item]', lacking.length > 0 ? 'features lack' : 'features hold', slots)
  }
}

type Rated = { product: Product; fit: number }

function better(best: Rated | null, next: Rated): Rated {
  return best === null || next.fit > best.fit ? next : best
}
