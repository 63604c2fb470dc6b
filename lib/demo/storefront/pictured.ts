import { say } from '../phrase'
import type { Random } from '../random'
import { bare, type Product, titleCase } from './catalogue'
import type { ShopGoal } from './goal'
import type { Line } from './line'

/** Goods that sellers list under another name, for the search engines: what the title says, and what it is. */
const misnamed: readonly { line: string; said: string }[] = [
  { line: 'flip flops', said: 'pumps' },
  { line: 'slippers', said: 'ballet flats' },
  { line: 'rain jacket', said: 'cardigan' },
  { line: 'hiking boots', said: 'oxfords' },
  { line: 'backpack', said: 'handbag' },
  { line: 'linen shirt', said: 'tunic' },
]

const colours = ['yellow', 'orange', 'turquoise', 'pink', 'lilac', 'silver'] as const

/**
 * A listing whose text names another thing and whose options are called style 1, style 2: only its picture shows what
 * it is and in which colours. Whoever sees the picture can buy the right thing; whoever reads the text cannot know.
 */
export function misname(random: Random, product: Product): Product {
  const said = misnamed.find(({ line }) => line === product.line.name)?.said ?? 'item'
  const shown = random.sample(colours, 3)
  const styles = shown.map((_, i) => `style ${i + 1}`)
  const kept = product.qualities.filter((quality) => !product.titled.includes(quality))
  const audience = product.audience ? titleCase(product.audience) : 'New'
  return {
    ...product,
    title: `${product.brand} ${audience} ${titleCase(said)}, ${titleCase(kept.map(bare)[0] ?? 'comfortable')}`,
    qualities: kept,
    titled: kept.slice(0, 1),
    unwritten: product.titled,
    options: { ...product.options, colour: styles },
    picture: Object.fromEntries(styles.map((style, i) => [style, shown[i] ?? style])),
    description: say(random, [
      'Comfortable [all day|from morning to night]. New [season|collection].',
      'A [classic|favourite] for [the warm months|every day].',
    ]),
  }
}

export function canMisname(line: Line): boolean {
  return misnamed.some(({ line: name }) => name === line.name)
}

/** A wish that only the picture of this listing shows to be met: the colour, and a quality that stands nowhere. */
export function wishForPictured(random: Random, product: Product): ShopGoal {
  const sizes = product.options.size ?? []
  return {
    product,
    line: product.line,
    audience: product.audience,
    qualities: random.sample(product.unwritten, 1),
    choices: {
      colour: random.pick(Object.values(product.picture)),
      ...(sizes.length > 0 ? { size: random.pick(sizes) } : {}),
    },
    cap: Math.ceil((product.price + 1) / 10) * 10,
  }
}
