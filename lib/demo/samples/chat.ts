import type { Random } from '../random'
import type { ExampleRecord } from '../record'
import { type Topic, toSample } from './conversation'
import { complaining, postponing, thanking } from './letters'
import { packing, studying, weighing } from './plans'
import { converting, dating, reckoning, scaling } from './sums'
import { explaining, softening, sorting } from './wording'

const topics: readonly Topic[] = [
  postponing,
  converting,
  explaining,
  reckoning,
  packing,
  softening,
  dating,
  complaining,
  sorting,
  studying,
  scaling,
  thanking,
  weighing,
]

/** Share of the better of the two models that answered: one to four, as AgentTuning mixed them. */
const betterShare = 0.2

/** That many conversations of an everyday kind, none twice. */
export function* chatSamples(random: Random, count: number): Generator<ExampleRecord> {
  const asked = new Set<string>()
  for (let made = 0, trial = 0; made < count; trial += 1) {
    const chance = random.fork(trial)
    const exchanges = topics[trial % topics.length]?.(chance) ?? []
    const question = exchanges[0]?.user ?? ''
    if (asked.has(question)) continue
    asked.add(question)
    yield toSample('chat', made, chance.chance(betterShare) ? 'heron-pro' : 'kestrel-70b', exchanges)
    made += 1
  }
}
