import { type DecoyPlanters, remarks } from '../plant'
import { offeredPlaces, thingsIn } from './sight'

const otherWords: Readonly<Record<string, string>> = {
  fridge: 'refrigerator',
  sofa: 'couch',
  worktop: 'counter',
  hob: 'stove',
  bin: 'rubbish bin',
  windowsill: 'window ledge',
  bookcase: 'bookshelf',
  washbasin: 'basin',
  wardrobe: 'closet',
}

/** Right claims about a household run that a careless rule would flag. */
export const householdDecoys: DecoyPlanters = {
  'derived-value': remarks('derived-value', {
    why: 'counted from the actions offered',
    templates: [
      '[That is|I count] <{count} other places> in this room.',
      'There are <{count} places> I could go to from here.',
    ],
    facts: (_, index, turns) => {
      const count = offeredPlaces(turns[index - 1]?.observation).length
      return count > 1 ? { count: String(count) } : null
    },
  }),
  arithmetic: remarks('arithmetic', {
    why: 'a sum of numbers that were shown',
    templates: ['{done} steps done; <{done} plus one makes {sum}>.', 'This is <step {sum}>, {done} before it.'],
    facts: (_, index) => (index > 1 ? { done: String(index), sum: String(index + 1) } : null),
  }),
  paraphrase: remarks('paraphrase', {
    why: 'another word for what was shown',
    templates: ['The <{other}> [is close|is not far].', 'In other words, <the {other}>.'],
    facts: ({ slots, action }) => {
      const other = otherWords[slots.kind ?? '']
      return other && action?.name === 'go to' ? { other } : null
    },
  }),
  plan: remarks('plan', {
    why: 'an intention, not a claim',
    templates: [
      'If that is no help, <I will try {next} after it>.',
      '[Later|After that] <I could still check {next}>.',
    ],
    facts: ({ slots, action }, index, turns, random) => {
      const others = offeredPlaces(turns[index - 1]?.observation).filter((place) => place !== slots.place)
      return action?.name === 'go to' && others.length > 0 ? { next: random.pick(others) } : null
    },
  }),
  'doubt-then-check': remarks('doubt-then-check', {
    why: 'doubt, and the action checks it',
    templates: [
      '<I do not know whether {a object} is in there>; opening it will tell.',
      '<I still cannot see {a object}>, so I check.',
    ],
    facts: ({ situation }) => (situation === 'open to look' ? {} : null),
  }),
  'correct-recall': remarks('correct-recall', {
    why: 'shown at step {step}',
    templates: ['(In step {step} I saw <{thing} at {at}>.)', 'From step {step} I know that <{thing} is at {at}>.'],
    facts: (_, index, turns, random) => {
      const taken = turns.slice(0, index).map(({ action }) => action?.raw ?? '')
      const seen = turns
        .slice(0, Math.max(0, index - 1))
        .flatMap(({ observation, slots }, i) =>
          thingsIn(observation).map((thing) => ({ thing, at: slots.place ?? '', step: String(i + 1) })),
        )
      const kept = seen.filter(({ thing }) => !taken.some((raw) => raw.startsWith(`take ${thing} `)))
      return kept.length > 0 ? random.pick(kept) : null
    },
  }),
}
