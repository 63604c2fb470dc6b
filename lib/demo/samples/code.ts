import type { Random } from '../random'
import type { ExampleRecord } from '../record'
import { type Topic, toSample } from './conversation'
import { averaging, chunking, merging, rotating } from './list-tasks'
import { querying } from './sql-tasks'
import { balancing, counting, encoding, numbering, parsing } from './text-tasks'

const topics: readonly Topic[] = [
  querying,
  chunking,
  counting,
  querying,
  averaging,
  numbering,
  querying,
  encoding,
  merging,
  querying,
  parsing,
  rotating,
  querying,
  balancing,
]

/** That many requests for code with an answer, none twice. */
export function* codeSamples(random: Random, count: number): Generator<ExampleRecord> {
  const asked = new Set<string>()
  for (let made = 0, trial = 0; made < count; trial += 1) {
    const exchanges = topics[trial % topics.length]?.(random.fork(trial)) ?? []
    const whole = exchanges.map(({ user, reply }) => user + reply).join('\n')
    if (asked.has(whole)) continue
    asked.add(whole)
    yield toSample('code', made, 'heron-pro', exchanges)
    made += 1
  }
}
