import { describe, expect, it } from 'vitest'
import { castProblem } from '../cast'
import { foreignRationale } from '../foreign'
import { modelNamed } from '../models'
import { Random } from '../random'
import { storefrontEnvironment } from './environment'
import { rewardOf } from './goal'
import { type ShopInstance, Shops } from './instance'
import { ShopSession } from './session'

const seed = new Random('replay')
const shops = new Shops(seed)
const wishes = Array.from({ length: 80 }, (_, number) => shops.instance(number))

function replayed(wish: ShopInstance, actions: readonly string[]) {
  const session = new ShopSession(wish.shop.index)
  const observations = actions.map((raw) => session.act(raw))
  return { observations, reward: session.order ? rewardOf(wish.goal, session.order) : 0 }
}

describe('a shop', () => {
  it.each(wishes.map((wish) => [wish.key, wish] as const))(
    '%s: every gold way ends in an order of reward 1',
    (_, wish) => {
      expect(wish.gold.length).toBeGreaterThan(0)
      for (const way of wish.gold) {
        const { observations, reward } = replayed(wish, way)
        expect(observations.every(({ errored }) => !errored)).toBe(true)
        expect(observations.at(-1)?.done).toBe(true)
        expect(reward).toBe(1)
      }
    },
  )

  it('shows a run what it computes from its actions, and rewards what was ordered', async () => {
    const environment = storefrontEnvironment(seed, foreignRationale)
    for (const [number, wish] of wishes.entries()) {
      const problem = await environment.problem(number)
      if (!problem) throw new Error('no problem')
      for (const part of castProblem(problem, seed.fork(number))) {
        const played = await problem.play(part, modelNamed(part.model), seed.fork(`${number} ${part.model}`))
        const acted = played.turns.filter(({ observation }) => observation !== null)
        const { observations, reward } = replayed(
          wish,
          acted.map(({ action }) => action?.raw ?? ''),
        )
        expect(acted.map(({ observation }) => observation)).toEqual(observations.map(({ text }) => text))
        if (played.reward !== null) expect(played.reward).toBe(reward)
      }
    }
  })

  it('never tells in its text what only a picture shows', async () => {
    const pictured = wishes.filter((wish) => wish.pictured)
    expect(pictured.length).toBeGreaterThan(3)
    for (const wish of pictured) {
      const { observations } = replayed(wish, [
        ...(wish.gold[0] ?? []).slice(0, -1),
        'click[features]',
        'click[back to item]',
        'click[description]',
      ])
      const page = observations
        .slice(-5)
        .map(({ text }) => text)
        .join('\n')
      expect(page).not.toContain(wish.goal.choices.colour ?? '?')
      expect(page).not.toContain(wish.goal.line.name)
    }
  })
})
