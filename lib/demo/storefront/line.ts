/**
 * A line of goods: what it is called, what can be true of it, what can be chosen, what it costs. A quality that begins
 * with "with" stands after the noun (boots with arch support), any other before it (waterproof boots).
 */
export type Line = {
  name: string
  /** What sellers call it in titles. */
  titles: readonly string[]
  category: string
  audiences: readonly string[]
  qualities: readonly string[]
  options: Readonly<Record<string, readonly string[]>>
  price: readonly [low: number, high: number]
  uses: readonly string[]
}

export const palette = {
  cloth: ['black', 'white', 'navy', 'olive', 'rust', 'grey', 'burgundy', 'teal', 'mustard', 'pale blue'],
  shoe: ['black', 'tan', 'yellow', 'coral', 'navy', 'white', 'grey', 'turquoise'],
  home: ['ivory', 'slate', 'sage', 'terracotta', 'charcoal', 'sand', 'dusty pink', 'indigo'],
  device: ['black', 'white', 'silver', 'midnight blue', 'mint'],
} as const

export const sizes = {
  shoe: ['5', '5.5', '6', '6.5', '7', '7.5', '8', '8.5', '9', '10', '11'],
  cloth: ['x-small', 'small', 'medium', 'large', 'x-large', 'xx-large'],
  pack: ['pack of 1', 'pack of 2', 'pack of 4', 'pack of 6', 'pack of 12'],
} as const

/** How a chosen value is asked for: in navy, size 8, … */
export const asking: Readonly<Record<string, string>> = {
  colour: 'in {value}',
  size: 'in size {value}',
  quantity: 'as a {value}',
  scent: 'with the scent {value}',
  flavour: 'in the flavour {value}',
  capacity: 'holding {value}',
  length: '{value} long',
  finish: 'with a {value} finish',
}
