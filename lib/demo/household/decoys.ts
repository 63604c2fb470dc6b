import { mark } from '../phrase'
import { type DecoyPlanters, type Planter, places, sayBesides } from '../plant'
import type { Turn } from '../play'
import type { Random } from '../random'
import type { DecoyKind } from '../truth'
import { offeredPlaces, thingsIn } from './defects'

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

/** A decoy at a random step for which facts can be given; null facts pass the step over. */
function decoy(
  kind: DecoyKind,
  why: string,
  templates: readonly string[],
  facts: (turn: Turn, index: number, turns: readonly Turn[], random: Random) => Record<string, string> | null,
): Planter {
  return (played, random) => {
    for (const index of places(played, random, () => true)) {
      const turn = played.turns[index]
      const found = turn && facts(turn, index, played.turns, random)
      if (turn && found)
        return sayBesides(played, index, mark(random, templates, { ...turn.slots, ...found }), kind, why)
    }
    return false
  }
}

function roomPlaces(turns: readonly Turn[], index: number): string[] {
  return offeredPlaces(turns[index - 1]?.observation ?? null)
}

/** Right claims about a household run that a careless rule would flag. */
export const householdDecoys: DecoyPlanters = {
  'derived-value': decoy(
    'derived-value',
    'counted from the actions offered',
    ['[That is|I count] <{count} other places> in this room.', 'There are <{count} places> I could go to from here.'],
    (_, index, turns) => {
      const count = roomPlaces(turns, index).length
      return count > 1 ? { count: String(count) } : null
    },
  ),
  arithmetic: decoy(
    'arithmetic',
    'a sum of numbers that were shown',
    ['{done} steps done; <{done} plus one makes {sum}>.', 'This is <step {sum}>, {done} before it.'],
    (_, index) => (index > 1 ? { done: String(index), sum: String(index + 1) } : null),
  ),
  paraphrase: decoy(
    'paraphrase',
    'another word for what was shown',
    ['The <{other}> [is close|is not far].', 'In other words, <the {other}>.'],
    (turn) => {
      const other = otherWords[turn.slots.kind ?? '']
      return other && turn.action?.name === 'go to' ? { other } : null
    },
  ),
  plan: decoy(
    'plan',
    'an intention, not a claim',
    ['If that is no help, <I will try {next} after it>.', '[Later|After that] <I could still check {next}>.'],
    (turn, index, turns, random) => {
      const others = roomPlaces(turns, index).filter((place) => place !== turn.slots.place)
      return turn.action?.name === 'go to' && others.length > 0 ? { next: random.pick(others) } : null
    },
  ),
  'doubt-then-check': decoy(
    'doubt-then-check',
    'doubt, and the action checks it',
    [
      '<I do not know whether {a object} is in there>; opening it will tell.',
      '<I still cannot see {a object}>, so I check.',
    ],
    (turn) => (turn.situation === 'open to look' ? {} : null),
  ),
  'correct-recall': decoy(
    'correct-recall',
    'shown at an earlier step',
    ['(In step {step} I saw <{thing} at {at}>.)', 'From step {step} I know that <{thing} is at {at}>.'],
    (_, index, turns, random) => {
      const seen = turns
        .slice(0, Math.max(0, index - 1))
        .flatMap(({ observation, slots }, i) =>
          thingsIn(observation).map((thing) => ({ thing, at: slots.place ?? '', step: String(i + 1) })),
        )
      const kept = seen.filter(
        ({ thing }) => !turns.slice(0, index).some(({ action }) => action?.raw.startsWith(`take ${thing} `)),
      )
      return kept.length > 0 ? random.pick(kept) : null
    },
  ),
}
