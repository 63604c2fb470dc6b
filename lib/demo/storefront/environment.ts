import type { Candidate, Environment, Problem } from '../problem'
import type { Random } from '../random'
import { parseAction } from './action'
import { playStorefront } from './agent'
import { strayProduct } from './catalogue'
import { storefrontDecoys } from './decoys'
import { storefrontDefects } from './defects'
import { rationalise } from './hindsight'
import { Shops } from './instance'
import { storefrontPrompt } from './prompt'
import { ShopSession } from './session'

const candidates: readonly Candidate[] = [
  { model: 'human', method: 'human', share: 0.7 },
  { model: 'heron-pro', method: 'reformatting', share: 0.4 },
  { model: 'heron-pro', method: 'exploration', share: 0.6 },
  { model: 'kestrel-70b', method: 'exploration', share: 0.9 },
  { model: 'plover-13b', method: 'exploration', share: 0.5 },
  { model: 'wren-7b', method: 'exploration', share: 0.8 },
  { model: 'wren-7b', method: 'exploration', share: 0.2 },
]

/** Only people and what was made of their sessions, where nobody else can see what it takes. */
const picturedCandidates: readonly Candidate[] = [
  { model: 'human', method: 'human', share: 1 },
  { model: 'heron-pro', method: 'reformatting', share: 1 },
  { model: 'kestrel-70b', method: 'exploration', share: 0.6 },
  { model: 'wren-7b', method: 'exploration', share: 0.5 },
]

/** The simulated shops of this seed. foreign gives a rationale of some other task. */
export function storefrontEnvironment(seed: Random, foreign: (random: Random) => string): Environment {
  const shops = new Shops(seed)
  return {
    task: 'storefront',
    size: Number.POSITIVE_INFINITY,
    problem: (number) => storefrontProblem(shops, seed, number, foreign),
  }
}

function storefrontProblem(shops: Shops, seed: Random, number: number, foreign: (random: Random) => string): Problem {
  const made = shops.instance(number)
  const { goal } = made
  const opening = new ShopSession(made.shop.index).opening()
  return {
    task: 'storefront',
    difficulty: made.difficulty,
    candidates: made.pictured ? picturedCandidates : candidates,
    instance: {
      key: made.key,
      groupKey: made.group,
      clusterKey: made.cluster,
      instruction: made.instruction,
      difficulty: made.difficulty,
      split: 'train',
      gold: made.gold.map((way) => ({ origin: 'catalogue', actions: way.map(parseAction), answer: null })),
    },
    preamble: () => [
      { role: 'system', content: storefrontPrompt },
      { role: 'user', content: `${made.instruction}\n\n${opening}` },
    ],
    play: (part, model, random) => {
      const played = playStorefront(made, part, model, random, seed.fork(`person ${number}`))
      if (made.pictured && part.method === 'reformatting') rationalise(made, played, random.fork('afterwards'))
      return played
    },
    playable: ['action-not-offered', 'repetition', 'refusal', 'ends-mid-action'],
    defects: storefrontDefects(made, () => strayProduct(seed.fork(`stray ${number}`), made.shop.products), foreign),
    decoys: storefrontDecoys(goal.line.category, goal.cap),
  }
}
