import {
  claims,
  type DefectPlanters,
  type Facts,
  losesObservation,
  showsOther,
  speaksOfOther,
  writesObservation,
} from '../plant'
import type { Turn } from '../play'
import type { Random } from '../random'
import type { Goal } from './goal'
import { offeredPlaces, thingsIn } from './sight'
import { thingKinds } from './vocabulary'
import type { World } from './world'

const searching = new Set(['first search', 'new room', 'search', 'wander', 'second'])
const ending = ({ actionKind }: Turn) => actionKind === 'terminal'

const looks = [
  'blue one with a chipped rim',
  'large red one on the left',
  'one with the striped handle',
  'small yellow one at the back',
  'one next to the window in the picture',
]

/** The thing that going here will show for the first time. */
const foundNext: Facts = ({ situation, slots }, index, turns) => {
  if (!searching.has(situation)) return null
  const before = turns.slice(0, index).flatMap(({ observation }) => thingsIn(observation))
  const next = turns.slice(index, index + 2).filter((turn) => turn.slots.place === slots.place)
  const shown = next.flatMap(({ observation }) => thingsIn(observation))
  const found = shown.find((thing) => thing.startsWith(`${slots.object} `) && !before.includes(thing))
  return found === undefined ? null : { found }
}

const otherPlace: Facts = ({ action, slots }, index, turns, random) => {
  const others = offeredPlaces(turns[index - 1]?.observation).filter((place) => place !== slots.place)
  return action?.name === 'go to' && others.length > 0 ? { other: random.pick(others), did: action.raw } : null
}

const justSeen: Facts = ({ situation }, index, turns, random) => {
  const before = turns[index - 1]
  const things = thingsIn(before?.observation)
  const last = before?.slots.place
  if (!searching.has(situation) || last === undefined || things.length === 0) return null
  return { last, wrong: String(things.length + random.between(2, 3)), shown: things.join(', ') }
}

const spoken: DefectPlanters = {
  'unseen-reference': claims('unseen-reference', {
    why: '{ghost} was never shown',
    templates: [
      'I remember <{ghost}> from {place}, so I go there.',
      '<{ghost}> is the one to get; {place} is where it was.',
      'As noted before, <{ghost}> is {word} {place}.',
    ],
    facts: ({ situation, slots }, _, __, random) =>
      searching.has(situation) ? { ghost: `${slots.object} ${random.between(5, 9)}` } : null,
  }),
  hindsight: claims('hindsight', {
    why: '{found} is shown only after this step',
    templates: [
      '<{found} is {word} {place}>, so I [go there|start there].',
      'The {object} I need, <{found}, is {word} {place}>. [Going there.|]',
      'I go to {place} [because|since] <that is where {found} is>.',
    ],
    facts: foundNext,
  }),
  'admitted-confusion': claims('admitted-confusion', {
    why: 'doubt, and the episode ended in the same step',
    templates: [
      '<I do not know whether this is the right {target}>, but I [stop|finish] anyway.',
      '<It is not clear to me that {thing} [counts|is meant]>. I finish [all the same|regardless].',
      '[For some reason|Somehow] this seems to be it; <I am not sure why>. I stop here.',
    ],
    facts: (turn) => (ending(turn) ? {} : null),
  }),
  'missing-modality': claims('missing-modality', {
    why: 'no text says what it looks like',
    templates: [
      '{cap thing} is <the {look}>, so [I take it|that is the one].',
      'I can see that it is <the {look}>. [Taking {thing}.|I take {thing}.]',
      'Looking at the image, <the {look}> must be {thing}.',
    ],
    facts: ({ situation }, _, __, random) => (situation === 'take' ? { look: random.pick(looks) } : null),
  }),
  'rationale-action-mismatch': claims('rationale-action-mismatch', {
    why: 'the action is: {did}',
    templates: [
      "[I'll|I will] <go to {other}> [now|next].",
      'The best thing is to <check {other}>.',
      '[Next|Now] I <look at {other}>, since I have not been there.',
    ],
    facts: otherPlace,
  }),
  'contradicts-observation': claims('contradicts-observation', {
    why: 'the observation lists {shown}',
    templates: [
      '<{cap last} was empty>, so [I go on to|next is] {place}.',
      '<There was nothing at {last}>. {cap place} [next|now].',
      '<{cap last} held {wrong} things> and none of them was {a object}. On to {place}.',
    ],
    facts: justSeen,
  }),
  'claimed-effect': claims('claimed-effect', {
    why: 'no observation confirms it',
    templates: ['<{claim}>; [now|next] {place}.', 'Since <{claim}>, I [go|move on] to {place}.'],
    facts: ({ situation, slots }) => {
      if (situation === 'to appliance') return { claim: `${slots.thing} has been ${slots.treated} already` }
      if (situation === 'to target') return { claim: `I have cleared ${slots.place}` }
      return situation === 'to lamp' ? { claim: 'the lamp has been switched on' } : null
    },
  }),
}

/** Every defect that can be put into a finished household run. elsewhere makes another home, to mix up with this one. */
export function householdDefects(
  goal: Goal,
  here: World,
  elsewhere: () => World,
  foreign: (random: Random) => string,
): DefectPlanters {
  const own = new Set(here.home.receptacles.map(({ kind }) => kind))
  const mixUp = () => {
    const other = elsewhere()
    const proof = other.here().find(({ kind }) => !own.has(kind))?.id
    return proof === undefined ? null : { text: other.opening(), proof }
  }
  const invent = (turn: Turn, random: Random) =>
    `On ${turn.slots.place} you see ${goal.object} 1 and ${random.pick(thingKinds).kind} ${random.between(1, 2)}.`
  return {
    ...spoken,
    'foreign-rationale': speaksOfOther(foreign),
    'self-written-observation': writesObservation(invent),
    'missing-observation': losesObservation,
    'ghost-state': showsOther(mixUp),
  }
}
