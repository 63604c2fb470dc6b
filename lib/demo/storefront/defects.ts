import { claims, type DefectPlanters, losesObservation, showsOther, speaksOfOther, writesObservation } from '../plant'
import type { Turn } from '../play'
import type { Random } from '../random'
import type { Product } from './catalogue'
import type { ShopInstance } from './instance'
import { dollars, itemPage } from './session'

const picking = new Set(['pick', 'pick by title'])
const onItem = new Set(['choose', 'buy', 'buy plain', 'buy hastily', 'read features', 'reject choice'])
const looks = [
  'a thick seam along the side',
  'a slim shape with rounded corners',
  'a small logo near the edge',
  'a bright lining',
  'a matte surface with a pattern',
]

const clicked = ({ action }: Turn) => (typeof action?.arguments.target === 'string' ? action.arguments.target : '')

/** What a results page lists. */
function listed(observation: string | null | undefined): string[] {
  return [...(observation ?? '').matchAll(/^(S[A-Z0-9]{6}) {2}/gm)].map(([, id = '']) => id)
}

const spoken: DefectPlanters = {
  'unseen-reference': claims('unseen-reference', {
    why: '{ghost} was never shown',
    templates: [
      '{id} [looks|seems] better than <{ghost}>, which was too expensive.',
      'I compared it with <{ghost}>; {id} [wins|is the better one].',
      'Unlike <{ghost}>, {id} is within the limit.',
    ],
    facts: ({ situation }, _, __, random) =>
      picking.has(situation) ? { ghost: `S${random.sample([...'BCDFGHJKLMNP23456789'], 6).join('')}` } : null,
  }),
  hindsight: claims('hindsight', {
    why: 'the rating stands on the page that this step opens',
    templates: [
      'I open {id}, <which is rated {rating}>.',
      '{short} <has a rating of {rating}>, so I [look at it|click it].',
      'With <a rating of {rating}>, {id} [is the best choice|looks trustworthy].',
    ],
    facts: ({ situation, observation }, index, turns) => {
      const rating = /Rating: ([\d.]+) of/.exec(observation ?? '')?.[1]
      const before = turns.slice(0, index).some((turn) => turn.observation?.includes(`Rating: ${rating}`))
      return picking.has(situation) && rating !== undefined && !before ? { rating } : null
    },
  }),
  'admitted-confusion': claims('admitted-confusion', {
    why: 'doubt, and the order was placed in the same step',
    templates: [
      '<I am not sure that these are {wish}>, but I [buy it anyway|will buy it].',
      'I buy it, <even though it is not clear whether it is {qualities}>.',
      '<For some reason this seems to be what is wanted>. I order it.',
    ],
    facts: ({ actionKind }) => (actionKind === 'terminal' ? {} : null),
  }),
  'missing-modality': claims('missing-modality', {
    why: 'no text of the shop says so',
    templates: [
      'In the picture it has <{look}>, so [I go on|this is the one].',
      'The photo shows <{look}>, [which fits|as the customer would like].',
      'I like that it has <{look}>.',
    ],
    facts: ({ situation }, _, __, random) =>
      picking.has(situation) || situation === 'choose' ? { look: random.pick(looks) } : null,
  }),
  'rationale-action-mismatch': claims('rationale-action-mismatch', {
    why: 'the action is: {did}',
    templates: [
      "[I'll|I will] <click {other}> [now|next].",
      '<{other} is the one to open>.',
      'The best fit is {other}, so I <open {other}>.',
    ],
    facts: (turn, index, turns, random) => {
      const others = listed(turns[index - 1]?.observation).filter((id) => id !== clicked(turn))
      return picking.has(turn.situation) && others.length > 0
        ? { other: random.pick(others), did: turn.action?.raw ?? '' }
        : null
    },
  }),
  'contradicts-observation': claims('contradicts-observation', {
    why: 'the page says {price}',
    templates: [
      'At <{wrong}>, {short} is [well|] within the limit of {cap}.',
      '{short} costs <{wrong}>, [which is fine|so it fits].',
      '<The price is {wrong}>, under {cap}.',
    ],
    facts: ({ situation, slots }, _, __, random) => {
      const price = Number(slots.price?.slice(1))
      if (!(picking.has(situation) || onItem.has(situation)) || !(price > 6) || slots.short === undefined) return null
      return { wrong: dollars(price - random.between(2, 5)) }
    },
  }),
  'claimed-effect': claims('claimed-effect', {
    why: 'nothing on the pages confirms it',
    templates: ['<{claim}>. [Now|Next] the {axis}.', 'Since <{claim}>, the {axis} is [next|left].'],
    facts: ({ situation }, _, __, random) =>
      situation === 'choose'
        ? {
            claim: random.pick([
              'I have added it to the basket',
              'the order has been saved',
              'I have applied the discount code',
            ]),
          }
        : null,
  }),
}

/** Every defect that can be put into a finished run in this shop. stray makes a product that it does not sell. */
export function storefrontDefects(
  { goal }: ShopInstance,
  stray: () => Product,
  foreign: (random: Random) => string,
): DefectPlanters {
  const mixUp = (turn: Turn) => {
    if (!picking.has(turn.situation)) return null
    const product = stray()
    return { text: itemPage({ product, chosen: {} }), proof: product.title }
  }
  const invent = ({ slots }: Turn, random: Random) =>
    `${slots.short ?? goal.line.name} is ${random.pick(goal.line.qualities)} and in stock. Price: ${dollars(goal.cap - random.between(1, 4))}`
  return {
    ...spoken,
    'foreign-rationale': speaksOfOther(foreign),
    'self-written-observation': writesObservation(invent),
    'missing-observation': losesObservation,
    'ghost-state': showsOther(mixUp),
  }
}
