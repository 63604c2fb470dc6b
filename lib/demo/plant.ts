import { filled, type Marked, mark, type Slots } from './phrase'
import type { Played, Turn } from './play'
import type { Random } from './random'
import type { DecoyKind, DefectKind } from './truth'

/** Puts one defect (or one thing that only looks like one) into a finished run; false where the run has no place for it. */
export type Planter = (played: Played, random: Random) => boolean

export type DefectPlanters = Readonly<Partial<Record<DefectKind, Planter>>>
export type DecoyPlanters = Readonly<Partial<Record<DecoyKind, Planter>>>

/** The steps that fit, in random order, as indices. */
function places(played: Played, random: Random, fits: (turn: Turn, index: number) => boolean): number[] {
  const fitting = [...played.turns.keys()].filter((index) => {
    const turn = played.turns[index]
    return turn !== undefined && turn.action !== null && !taken(played, index) && fits(turn, index)
  })
  return random.shuffle(fitting)
}

/** A step that carries a truth or decoy already is left alone: one step, one claim. */
function taken(played: Played, index: number): boolean {
  return [...played.truth, ...played.decoys].some(({ step }) => step === index + 1)
}

/** What a claim at this step would speak of; null where it cannot be made there. */
export type Facts = (turn: Turn, index: number, turns: readonly Turn[], random: Random) => Slots | null

type Recipe = {
  /** Why it is wrong (or right after all); may hold slots. */
  why: string
  templates: readonly string[]
  facts: Facts
}

/** A defect: at a random step that has the facts for it, the agent says this instead; the marked words are wrong. */
export function claims(kind: DefectKind, { why, templates, facts }: Recipe): Planter {
  return somewhere(facts, (played, turn, step, slots, random) => {
    const said = mark(random, templates, slots)
    turn.rationale = said.text
    played.truth.push({ step, part: 'rationale', kind, text: said.claim, why: filled(why, slots) })
  })
}

/** A decoy: the agent says this besides; the marked words look wrong and are right. */
export function remarks(kind: DecoyKind, { why, templates, facts }: Recipe): Planter {
  return somewhere(facts, (played, turn, step, slots, random) => {
    const said = mark(random, templates, slots)
    turn.rationale = turn.rationale === null ? said.text : `${turn.rationale} ${said.text}`
    played.decoys.push({ step, part: 'rationale', kind, text: said.claim, why: filled(why, slots) })
  })
}

function somewhere(
  facts: Facts,
  write: (played: Played, turn: Turn, step: number, slots: Slots, random: Random) => void,
): Planter {
  return (played, random) => {
    for (const index of places(played, random, () => true)) {
      const turn = played.turns[index]
      const found = turn ? facts(turn, index, played.turns, random) : null
      if (!turn || !found) continue
      write(played, turn, index + 1, { ...turn.slots, ...found }, random)
      return true
    }
    return false
  }
}

/** The agent says this in place of what it said; the claim is the defect. */
function sayInstead(played: Played, index: number, said: Marked, kind: DefectKind, why: string): boolean {
  const turn = played.turns[index]
  if (!turn) return false
  turn.rationale = said.text
  played.truth.push({ step: index + 1, part: 'rationale', kind, text: said.claim, why })
  return true
}

/** The agent goes on to write the environment's answer itself. */
export function writesObservation(invent: (turn: Turn, random: Random) => string): Planter {
  return (played, random) => {
    const [index] = places(played, random, (turn) => turn.rationale !== null && turn.observation !== null)
    const turn = index === undefined ? undefined : played.turns[index]
    if (index === undefined || !turn) return false
    const claim = `Observation: ${invent(turn, random)}`
    const text = `${turn.rationale}\nAction: ${turn.action?.raw}\n${claim}`
    return sayInstead(
      played,
      index,
      { text, claim },
      'self-written-observation',
      'the agent wrote what only the environment may say',
    )
  }
}

/** The record lost what the environment said, or its end. */
export const losesObservation: Planter = (played, random) => {
  const [index] = places(
    played,
    random,
    (turn, i) => (turn.observation?.length ?? 0) > 60 && i < played.turns.length - 1,
  )
  const turn = index === undefined ? undefined : played.turns[index]
  if (index === undefined || !turn?.observation) return false
  turn.observation = random.chance(0.5) ? null : turn.observation.slice(0, Math.floor(turn.observation.length * 0.3))
  const text = turn.observation?.slice(-24).trim() ?? ''
  const why = text === '' ? 'nothing was recorded' : 'the recorded text breaks off'
  played.truth.push({ step: index + 1, part: 'observation', kind: 'missing-observation', text, why })
  return true
}

/** What was recorded here belongs to another instance: text is what it shows, proof is the part that cannot be here. */
export function showsOther(make: (turn: Turn, random: Random) => { text: string; proof: string } | null): Planter {
  return (played, random) => {
    for (const index of places(played, random, (turn, i) => turn.observation !== null && i < played.turns.length - 1)) {
      const turn = played.turns[index]
      const other = turn && make(turn, random)
      if (!turn || !other) continue
      turn.observation = other.text
      const why = 'not part of this instance'
      played.truth.push({ step: index + 1, part: 'observation', kind: 'ghost-state', text: other.proof, why })
      return true
    }
    return false
  }
}

/** The rationale belongs to another task altogether. */
export function speaksOfOther(lines: (random: Random) => string): Planter {
  return (played, random) => {
    const [index] = places(played, random, (_, i) => i > 0)
    if (index === undefined) return false
    const text = lines(random)
    return sayInstead(played, index, { text, claim: text }, 'foreign-rationale', 'speaks of another task')
  }
}
