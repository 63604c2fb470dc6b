import { mark } from '../phrase'
import {
  type DefectPlanters,
  losesObservation,
  type Planter,
  places,
  sayInstead,
  showsOther,
  speaksOfOther,
  writesObservation,
} from '../plant'
import type { Turn } from '../play'
import type { Random } from '../random'
import type { Goal } from './goal'
import { thingKinds } from './vocabulary'
import type { World } from './world'

const searching = new Set(['first search', 'new room', 'search', 'wander', 'second'])

/** The things that an observation of this environment lists. */
export function thingsIn(observation: string | null): string[] {
  const [, list = ''] = /(?:In|On) it you see (.+?)\./.exec(observation ?? '') ?? []
  return list
    .split(/, | and /)
    .map((name) => name.replace(/ \(.*/, ''))
    .filter((name) => name !== '')
}

/** The places to go to that an observation offers. */
export function offeredPlaces(observation: string | null): string[] {
  return [...(observation ?? '').matchAll(/go to ([a-z ]+ \d+)/g)].map(([, place = '']) => place)
}

const unseen: Planter = (played, random) => {
  const [index] = places(played, random, ({ situation }) => searching.has(situation))
  const turn = index === undefined ? undefined : played.turns[index]
  if (index === undefined || !turn) return false
  const ghost = `${turn.slots.object} ${random.between(5, 9)}`
  const templates = [
    'I remember <{ghost}> from {place}, so I go there.',
    '<{ghost}> is the one to get; {place} is where it was.',
    'As noted before, <{ghost}> is {word} {place}.',
  ]
  return sayInstead(
    played,
    index,
    mark(random, templates, { ...turn.slots, ghost }),
    'unseen-reference',
    'no thing of this name was ever shown',
  )
}

const hindsight: Planter = (played, random) => {
  for (const index of places(played, random, ({ situation }) => searching.has(situation))) {
    const turn = played.turns[index]
    const place = turn?.slots.place ?? ''
    const before = played.turns.slice(0, index).flatMap(({ observation }) => thingsIn(observation))
    const found = played.turns
      .slice(index, index + 2)
      .filter(({ slots }) => slots.place === place)
      .flatMap(({ observation }) => thingsIn(observation))
      .find((thing) => thing.startsWith(turn?.slots.object ?? '?') && !before.includes(thing))
    if (!turn || !found) continue
    const templates = [
      '<{found} is {word} {place}>, so I [go there|start there].',
      'The {object} I need, <{found}, is {word} {place}>. [Going there.|]',
      'I go to {place} [because|since] <that is where {found} is>.',
    ]
    return sayInstead(
      played,
      index,
      mark(random, templates, { ...turn.slots, found }),
      'hindsight',
      'first shown only after this step',
    )
  }
  return false
}

const confusion: Planter = (played, random) => {
  const [index] = places(played, random, ({ actionKind }) => actionKind === 'terminal')
  const turn = index === undefined ? undefined : played.turns[index]
  if (index === undefined || !turn) return false
  const templates = [
    '<I do not know whether this is the right {target}>, but I [stop|finish] anyway.',
    '<It is not clear to me that {thing} [counts|is meant]>. I finish [all the same|regardless].',
    '[For some reason|Somehow] this seems to be it; <I am not sure why>. I stop here.',
  ]
  return sayInstead(
    played,
    index,
    mark(random, templates, turn.slots),
    'admitted-confusion',
    'doubt, and the episode ended in the same step',
  )
}

const looks = [
  'blue one with a chipped rim',
  'large red one on the left',
  'one with the striped handle',
  'small yellow one at the back',
  'one next to the window in the picture',
]

const modality: Planter = (played, random) => {
  const [index] = places(played, random, ({ situation }) => situation === 'take')
  const turn = index === undefined ? undefined : played.turns[index]
  if (index === undefined || !turn) return false
  const templates = [
    '{cap thing} is <the {look}>, so [I take it|that is the one].',
    'I can see that it is <the {look}>. [Taking {thing}.|I take {thing}.]',
    'Looking at the image, <the {look}> must be {thing}.',
  ]
  const slots = { ...turn.slots, look: random.pick(looks) }
  return sayInstead(
    played,
    index,
    mark(random, templates, slots),
    'missing-modality',
    'no text says what it looks like',
  )
}

const mismatch: Planter = (played, random) => {
  for (const index of places(played, random, ({ action }) => action?.name === 'go to')) {
    const turn = played.turns[index]
    const others = offeredPlaces(played.turns[index - 1]?.observation ?? null).filter(
      (place) => place !== turn?.slots.place,
    )
    if (!turn || others.length === 0) continue
    const templates = [
      "[I'll|I will] <go to {other}> [now|next].",
      'The best thing is to <check {other}>.',
      '[Next|Now] I <look at {other}>, since I have not been there.',
    ]
    const slots = { ...turn.slots, other: random.pick(others) }
    return sayInstead(
      played,
      index,
      mark(random, templates, slots),
      'rationale-action-mismatch',
      `the action is: ${turn.action?.raw}`,
    )
  }
  return false
}

const contradiction: Planter = (played, random) => {
  for (const index of places(played, random, ({ situation }, i) => i > 0 && searching.has(situation))) {
    const turn = played.turns[index]
    const things = thingsIn(played.turns[index - 1]?.observation ?? null)
    const last = played.turns[index - 1]?.slots.place
    if (!turn || !last || things.length === 0) continue
    const slots = { ...turn.slots, last, wrong: String(things.length + random.between(2, 3)) }
    const templates = [
      '<{cap last} was empty>, so [I go on to|next is] {place}.',
      '<There was nothing at {last}>. {cap place} [next|now].',
      '<{cap last} held {wrong} things> and none of them was {a object}. On to {place}.',
    ]
    return sayInstead(
      played,
      index,
      mark(random, templates, slots),
      'contradicts-observation',
      `the observation lists ${things.join(', ')}`,
    )
  }
  return false
}

const effect: Planter = (played, random) => {
  const fits = ({ situation }: Turn) =>
    situation === 'to appliance' || situation === 'to target' || situation === 'to lamp'
  const [index] = places(played, random, fits)
  const turn = index === undefined ? undefined : played.turns[index]
  if (index === undefined || !turn) return false
  const before = [
    '<I have already {treated} {thing}>; [now|next] {place}.',
    'Since <{thing} has been {treated}>, I [go|move on] to {place}.',
  ]
  const around = [
    '<I have cleared {place}>, so there is room for {thing}.',
    '<I wiped {place} down> before; {thing} can go there.',
  ]
  const templates = turn.situation === 'to appliance' ? before : around
  return sayInstead(played, index, mark(random, templates, turn.slots), 'claimed-effect', 'no observation confirms it')
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
    'unseen-reference': unseen,
    hindsight,
    'admitted-confusion': confusion,
    'missing-modality': modality,
    'rationale-action-mismatch': mismatch,
    'contradicts-observation': contradiction,
    'claimed-effect': effect,
    'foreign-rationale': speaksOfOther(foreign),
    'self-written-observation': writesObservation(invent),
    'missing-observation': losesObservation,
    'ghost-state': showsOther(mixUp),
  }
}
