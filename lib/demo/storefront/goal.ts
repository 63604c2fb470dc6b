import type { Difficulty } from '../models'
import { say, withArticle } from '../phrase'
import type { Random } from '../random'
import type { Product } from './catalogue'
import { asking, type Line } from './line'

/** What a customer wants. qualities and choices are true of the product it was made from. */
export type ShopGoal = {
  product: Product
  line: Line
  audience: string | null
  qualities: readonly string[]
  choices: Readonly<Record<string, string>>
  cap: number // dollars
}

/** What was ordered. */
export type Order = { product: Product; chosen: Readonly<Record<string, string>> }

const wants: Readonly<Record<Difficulty, { qualities: number; choices: number; room: number }>> = {
  easy: { qualities: 1, choices: 0, room: 20 },
  medium: { qualities: 1, choices: 1, room: 10 },
  hard: { qualities: 2, choices: 2, room: 10 },
  extra: { qualities: 3, choices: 3, room: 5 },
}

/** A wish that this product fulfils. */
export function wishFor(random: Random, product: Product, difficulty: Difficulty): ShopGoal {
  const { qualities, choices, room } = wants[difficulty]
  const axes = random.sample(Object.entries(product.options), choices)
  return {
    product,
    line: product.line,
    audience: product.audience,
    qualities: random.sample(product.qualities, qualities),
    choices: Object.fromEntries(axes.map(([axis, values]) => [axis, random.pick(values)])),
    cap: Math.ceil((product.price + 1) / room) * room,
  }
}

const uncounted = new Set(['shampoo', 'loose leaf tea'])

/** A thing of this name as one asks for it: a kettle, flip flops, shampoo. */
export function named(name: string, before: readonly string[] = []): string {
  const words = [...before, name].join(' ')
  return name.endsWith('s') || uncounted.has(name) ? words : withArticle(words)
}

const wordings = [
  "I'm looking for {thing}, [priced under|for less than] {cap}.",
  'I need {thing}. [It should cost|Nothing over|Price:] less than {cap}.',
  'Find [me|] {thing} [under|below] {cap}.',
  'Please [order|buy] {thing}, [and spend less than|for under] {cap}.',
  '{cap thing}, [costing|at] less than {cap}.',
]

/** The wish as a customer would put it. */
export function askFor(random: Random, goal: ShopGoal): string {
  const after = goal.qualities.filter((quality) => /^(?:with|for) /.test(quality))
  const before = goal.qualities.filter((quality) => !after.includes(quality))
  const choices = Object.entries(goal.choices).map(([axis, value]) =>
    (asking[axis] ?? '{value}').replace('{value}', value),
  )
  const head = named(
    goal.line.name,
    [goal.audience ?? '', before.join(', ')].filter((word) => word !== ''),
  )
  const thing = [head, ...after, ...choices].join(', ').replace(', with', ' with').replace(', in ', ' in ')
  return say(random, wordings, { thing, cap: `${goal.cap} dollars` })
}

/**
 * How well an order fulfils the wish, 0 to 1: the share of qualities, choices and the price that are as wanted; a tenth
 * of it where it is another kind of thing.
 */
export function rewardOf(goal: ShopGoal, { product, chosen }: Order): number {
  const true_ = new Set([...product.qualities, ...product.unwritten])
  const met = goal.qualities.filter((quality) => true_.has(quality)).length
  const right = Object.entries(goal.choices).filter(([axis, value]) => seen(product, chosen[axis]) === value).length
  const total = goal.qualities.length + Object.keys(goal.choices).length + 1
  const share = (met + right + (product.price < goal.cap ? 1 : 0)) / total
  const kind = product.line === goal.line && (goal.audience === null || product.audience === goal.audience) ? 1 : 0.1
  return Math.round(share * kind * 10_000) / 10_000
}

/** What an option is, whatever its label says. */
function seen(product: Product, label: string | undefined): string | undefined {
  return label === undefined ? undefined : (product.picture[label] ?? label)
}
