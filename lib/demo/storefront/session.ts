import { capital } from '../phrase'
import type { Product } from './catalogue'
import type { Order } from './goal'
import type { SearchIndex } from './search'

export type ShopOutcome = { text: string; errored: boolean; done: boolean }

export type Page =
  | { on: 'search' }
  | { on: 'results'; query: string; found: readonly Product[]; page: number }
  | { on: 'item'; product: Product; chosen: Readonly<Record<string, string>>; back: Page }
  | { on: 'tab'; tab: Tab; item: Page & { on: 'item' } }

const tabs = ['description', 'features', 'reviews'] as const
type Tab = (typeof tabs)[number]

const perPage = 8
const mostFound = 40

/** What stands on a page of the shop, from what is on it: a results page shows eight. */
export function onPage(page: Page & { on: 'results' }): readonly Product[] {
  return page.found.slice(page.page * perPage, (page.page + 1) * perPage)
}

export const dollars = (price: number) => `$${price.toFixed(2)}`

/** Someone in the shop. Every observation is computed from the page they are on. */
export class ShopSession {
  page: Page = { on: 'search' }
  order: Order | null = null

  constructor(private readonly index: SearchIndex) {}

  opening(): string {
    return this.show()
  }

  /** What can be clicked here; a search page takes words instead. */
  targets(): string[] {
    const { page } = this
    if (page.on === 'search') return []
    if (page.on === 'tab') return ['back to item']
    if (page.on === 'item')
      return [
        ...Object.values(page.product.options).flat(),
        ...tabs,
        'buy now',
        ...(page.back.on === 'results' ? ['back to results'] : []),
        'back to search',
      ]
    const more = page.found.length > (page.page + 1) * perPage
    return [
      ...onPage(page).map(({ id }) => id),
      ...(more ? ['next page'] : []),
      ...(page.page > 0 ? ['previous page'] : []),
      'back to search',
    ]
  }

  act(raw: string): ShopOutcome {
    const [, verb = '', target = ''] = /^(search|click)\[([\s\S]*)\]$/.exec(raw.trim()) ?? []
    if (verb === 'search') return this.search(target)
    if (verb === 'click') return this.click(target)
    return this.refuse(`"${raw}" is neither search[words] nor click[target].`)
  }

  private refuse(text: string): ShopOutcome {
    return { text: `${text}\n${this.menu()}`, errored: true, done: false }
  }

  private go(page: Page, remark = ''): ShopOutcome {
    this.page = page
    return { text: `${remark}${this.show()}`, errored: false, done: false }
  }

  private search(query: string): ShopOutcome {
    if (this.page.on !== 'search') return this.refuse('There is no search box on this page.')
    if (query.trim() === '') return this.refuse('Search for what?')
    return this.go({ on: 'results', query, found: this.index.find(query, mostFound), page: 0 })
  }

  private click(target: string): ShopOutcome {
    const { page } = this
    if (!this.targets().includes(target)) return this.refuse(`There is no [${target}] on this page.`)
    if (target === 'back to search') return this.go({ on: 'search' })
    if (page.on === 'tab') return this.go(page.item)
    if (page.on === 'results') return this.fromResults(page, target)
    return page.on === 'item' ? this.fromItem(page, target) : this.refuse('Nothing to click here.')
  }

  private fromResults(page: Page & { on: 'results' }, target: string): ShopOutcome {
    if (target === 'next page') return this.go({ ...page, page: page.page + 1 })
    if (target === 'previous page') return this.go({ ...page, page: page.page - 1 })
    const product = onPage(page).find(({ id }) => id === target)
    return product
      ? this.go({ on: 'item', product, chosen: {}, back: page })
      : this.refuse(`There is no [${target}] on this page.`)
  }

  private fromItem(page: Page & { on: 'item' }, target: string): ShopOutcome {
    if (target === 'back to results') return this.go(page.back)
    if (target === 'buy now') return this.buy(page)
    const tab = tabs.find((name) => name === target)
    if (tab) return this.go({ on: 'tab', tab, item: page })
    const axis = Object.entries(page.product.options).find(([, values]) => values.includes(target))?.[0] ?? ''
    return this.go({ ...page, chosen: { ...page.chosen, [axis]: target } }, `You chose ${axis}: ${target}.\n`)
  }

  private buy({ product, chosen }: Page & { on: 'item' }): ShopOutcome {
    this.order = { product, chosen }
    const choices = Object.entries(chosen).map(([axis, value]) => `${axis} ${value}`)
    const how = choices.length > 0 ? ` (${choices.join(', ')})` : ''
    return { text: `Order placed: ${product.title}${how}, ${dollars(product.price)}.`, errored: false, done: true }
  }

  private menu(): string {
    if (this.page.on === 'search') return 'You can: search[words]'
    return `You can: ${this.targets()
      .map((target) => `click[${target}]`)
      .join(' | ')}`
  }

  private show(): string {
    return `${this.body()}\n${this.menu()}`
  }

  private body(): string {
    const { page } = this
    if (page.on === 'search') return 'Storefront. What are you looking for?'
    if (page.on === 'item') return itemPage(page)
    if (page.on === 'tab') return tabPage(page.tab, page.item.product)
    if (page.found.length === 0) return `Nothing found for: ${page.query}`
    const first = page.page * perPage + 1
    const rows = onPage(page).map(({ id, title, price }) => `${id}  ${title}  ${dollars(price)}`)
    return [`Results ${first} to ${first + rows.length - 1} of ${page.found.length} for: ${page.query}`, ...rows].join(
      '\n',
    )
  }
}

/** What the page of a product says. */
export function itemPage({ product, chosen }: Pick<Page & { on: 'item' }, 'product' | 'chosen'>): string {
  const options = Object.entries(product.options).map(
    ([axis, values]) => `${axis}: ${values.map((value) => (chosen[axis] === value ? `[${value}]` : value)).join(', ')}`,
  )
  return [product.title, `Price: ${dollars(product.price)}   Rating: ${product.rating}`, ...options].join('\n')
}

function tabPage(tab: Tab, product: Product): string {
  if (tab === 'description') return `Description\n${product.description}`
  if (tab === 'reviews')
    return `Reviews (${product.rating})\n${product.reviews.map((review) => `"${review}"`).join('\n')}`
  return `Features\n${product.qualities.map((quality) => `- ${capital(quality)}`).join('\n')}`
}
