import { type DecoyPlanters, remarks } from '../plant'
import type { Turn } from '../play'
import { dollars } from './session'

const otherWords: Readonly<Record<string, string>> = {
  shoes: 'footwear',
  clothes: 'clothing',
  lighting: 'a light',
  textiles: 'a home textile',
  kitchen: 'kitchenware',
  bags: 'luggage',
  devices: 'electronics',
  food: 'something to eat or drink',
  pets: 'a thing for an animal',
  sport: 'sports gear',
}

const priceOf = ({ slots }: Turn) => Number(slots.price?.slice(1))

/** Right claims about a run in the shop that a careless rule would flag. */
export function storefrontDecoys(category: string, cap: number): DecoyPlanters {
  return {
    'derived-value': remarks('derived-value', {
      why: 'counted from the page',
      templates: ['That page lists <{count} things>.', '[I see|There are] <{count} listings> to choose from.'],
      facts: (_, index, turns) => {
        const count = turns[index - 1]?.observation?.match(/^S[A-Z0-9]{6} {2}/gm)?.length ?? 0
        return count > 1 ? { count: String(count) } : null
      },
    }),
    arithmetic: remarks('arithmetic', {
      why: 'the limit less the price',
      templates: ['That leaves <{left}> of the limit.', 'It is <{left} below the limit>.'],
      facts: (turn) =>
        priceOf(turn) < cap && turn.situation !== 'choose' ? { left: dollars(cap - priceOf(turn)) } : null,
    }),
    paraphrase: remarks('paraphrase', {
      why: 'another word for what was asked for',
      templates: ['[After all|So] it is <{other}> that is wanted.', 'The customer wants <{other}>.'],
      facts: ({ situation }) => {
        const other = otherWords[category]
        return other && situation !== 'choose' ? { other } : null
      },
    }),
    plan: remarks('plan', {
      why: 'an intention, not a claim',
      templates: [
        'If it does not fit, <I will go back and try the next one>.',
        '[Later|Afterwards] <I may still read the reviews>.',
      ],
      facts: ({ actionKind }) => (actionKind === 'act' ? {} : null),
    }),
    'doubt-then-check': remarks('doubt-then-check', {
      why: 'doubt, and the action checks it',
      templates: [
        '<I am not sure that it is {missing}>, so I check before I decide.',
        '<It is not clear yet whether it is {missing}>.',
      ],
      facts: ({ situation }) => (situation === 'read features' ? {} : null),
    }),
    'colour-as-option': remarks('colour-as-option', {
      why: 'the colour is written among the options',
      templates: ['<It comes in {value}>, as the options say.', 'I can see <{value}> [here|among the colours].'],
      facts: ({ situation, slots }) => (situation === 'choose' && slots.axis === 'colour' ? {} : null),
    }),
    'correct-recall': remarks('correct-recall', {
      why: 'the results page showed it',
      templates: ['The list gave <{price} for {id}>.', 'As the results said, <{id} costs {price}>.'],
      facts: ({ situation, slots }, index) =>
        index > 1 && situation !== 'pick' && slots.id && slots.price ? {} : null,
    }),
  }
}
