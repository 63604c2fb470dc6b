import type { Candidate, Environment, Problem } from '../problem'
import type { Random } from '../random'
import { playHousehold } from './agent'
import { householdDecoys } from './decoys'
import { householdDefects } from './defects'
import { parseAction } from './explain'
import { makeHouseholdInstance } from './instance'
import { householdExample, householdPrompt } from './prompt'
import { World } from './world'

const candidates: readonly Candidate[] = [
  { model: 'heron-pro', method: 'exploration', share: 0.9 },
  { model: 'kestrel-70b', method: 'exploration', share: 0.95 },
  { model: 'plover-13b', method: 'exploration', share: 0.6 },
  { model: 'wren-7b', method: 'exploration', share: 0.8 },
  { model: 'heron-pro', method: 'heuristic search', share: 0.35 },
  { model: 'kestrel-70b', method: 'exploration', share: 0.25 },
  { model: 'wren-7b', method: 'exploration', share: 0.2 },
]

/** The simulated homes of this seed. foreign gives a rationale of some other task. */
export function householdEnvironment(seed: Random, foreign: (random: Random) => string): Environment {
  return {
    task: 'household',
    size: Number.POSITIVE_INFINITY,
    problem: (number) => householdProblem(seed, number, foreign),
  }
}

function householdProblem(seed: Random, number: number, foreign: (random: Random) => string): Problem {
  const made = makeHouseholdInstance(seed, number)
  const fresh = () => new World(made.home, made.things, made.start)
  const elsewhere = () => {
    const other = makeHouseholdInstance(seed, number + 3000)
    return new World(other.home, other.things, other.start)
  }
  return {
    task: 'household',
    difficulty: made.difficulty,
    candidates,
    instance: {
      key: made.key,
      groupKey: made.group,
      clusterKey: made.home.id,
      instruction: made.instruction,
      difficulty: made.difficulty,
      split: 'train',
      gold: made.gold.map((way) => ({ origin: 'planner', actions: way.map(parseAction), answer: null })),
    },
    preamble: ({ model }) => [
      { role: 'system', content: householdPrompt },
      ...(model === 'wren-7b' || model === 'plover-13b' ? householdExample : []),
      { role: 'user', content: `${made.instruction}\n\n${fresh().opening()}` },
    ],
    play: (part, model, random) => playHousehold(fresh(), made.goal, part, model, random),
    playable: ['action-not-offered', 'repetition', 'refusal', 'ends-mid-action'],
    defects: householdDefects(made.goal, fresh(), elsewhere, foreign),
    decoys: householdDecoys,
  }
}
