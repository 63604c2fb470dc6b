import type { Difficulty } from '../models'
import { capital } from '../phrase'
import type { Random } from '../random'
import { askFor, chooseGoal, type Goal, goalTypes } from './goal'
import { arrange, type Home, makeHome, type Thing } from './home'
import { plans } from './planner'
import { World } from './world'

const instancesPerHome = 6

/** One problem in one home: where everything lies, where one starts, what is wanted, and the shortest ways there. */
export type HouseholdInstance = {
  key: string
  group: string
  instruction: string
  difficulty: Difficulty
  home: Home
  things: readonly Thing[]
  start: string
  goal: Goal
  gold: readonly string[][]
}

/** The number-th problem of this seed. Six problems share a home. */
export function makeHouseholdInstance(seed: Random, number: number): HouseholdInstance {
  const homeNumber = Math.floor(number / instancesPerHome) + 1
  const home = makeHome(seed.fork(`home ${homeNumber}`), `${seed.seed}/home-${homeNumber}`)
  for (let trial = 0; ; trial += 1) {
    const made = attempt(seed.fork(`problem ${number}.${trial}`), home, number % instancesPerHome, number + trial)
    if (made) return made
  }
}

function attempt(random: Random, home: Home, slot: number, turn: number): HouseholdInstance | null {
  const type = goalTypes[turn % goalTypes.length] ?? 'place'
  const chosen = chooseGoal(random, home, type)
  if (!chosen) return null
  const { goal, kind } = chosen
  const things = arrange(
    random,
    home,
    kind,
    goal.type === 'pair' ? random.between(2, 3) : random.between(1, 2),
    goal.target,
  )
  const start = random.pick(home.rooms)
  const gold = plans(new World(home, things, start), goal).slice(0, 2)
  const [shortest] = gold
  if (!shortest) return null
  const word = home.receptacles.find((place) => place.kind === goal.target)?.word ?? 'on'
  return {
    key: `${home.id}/${slot + 1}/${goal.type} ${goal.object}`,
    group: [goal.type, goal.object, goal.target].filter((part) => part !== null).join('/'),
    instruction: capital(askFor(random, goal, word)),
    difficulty: grade(shortest.length),
    home,
    things,
    start,
    goal,
    gold: gold.map((way) => [...way, 'finish']),
  }
}

/** By the number of actions that the shortest way takes. */
function grade(length: number): Difficulty {
  if (length <= 5) return 'easy'
  if (length <= 7) return 'medium'
  return length <= 9 ? 'hard' : 'extra'
}
