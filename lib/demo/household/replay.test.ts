import { describe, expect, it } from 'vitest'
import { castProblem } from '../cast'
import { foreignRationale } from '../foreign'
import { modelNamed } from '../models'
import { Random } from '../random'
import { householdEnvironment } from './environment'
import { reached } from './goal'
import { makeHouseholdInstance } from './instance'
import { World } from './world'

const seed = new Random('replay')
const instances = Array.from({ length: 60 }, (_, number) => makeHouseholdInstance(seed, number))

function replayed(number: number, actions: readonly string[]) {
  const made = makeHouseholdInstance(seed, number)
  const world = new World(made.home, made.things, made.start)
  return { world, made, observations: actions.map((raw) => world.act(raw)) }
}

describe('a home', () => {
  it.each(instances.map((made, number) => [made.key, number] as const))(
    '%s: every gold plan reaches the goal',
    (_, number) => {
      for (const way of instances[number]?.gold ?? []) {
        const { world, made, observations } = replayed(number, way)
        expect(observations.every(({ errored }) => !errored)).toBe(true)
        expect(reached(world, made.goal)).toBe(true)
      }
    },
  )

  it('offers exactly what it accepts', () => {
    for (const made of instances) {
      const offered = new World(made.home, made.things, made.start).admissible()
      for (const raw of offered) expect(new World(made.home, made.things, made.start).act(raw).errored, raw).toBe(false)
      expect(new World(made.home, made.things, made.start).act('open the window').errored).toBe(true)
    }
  })

  it('shows a run what it computes from its actions, and rewards the state that they lead to', async () => {
    const environment = householdEnvironment(seed, foreignRationale)
    for (let number = 0; number < 60; number += 1) {
      const problem = await environment.problem(number)
      if (!problem) throw new Error('no problem')
      for (const part of castProblem(problem, seed.fork(number))) {
        const played = await problem.play(part, modelNamed(part.model), seed.fork(`${number} ${part.model}`))
        const acted = played.turns.filter(({ observation }) => observation !== null)
        const { world, made, observations } = replayed(
          number,
          acted.map(({ action }) => action?.raw ?? ''),
        )
        expect(acted.map(({ observation }) => observation)).toEqual(observations.map(({ text }) => text))
        if (played.reward !== null) expect(played.reward).toBe(reached(world, made.goal) ? 1 : 0)
      }
    }
  })
})
