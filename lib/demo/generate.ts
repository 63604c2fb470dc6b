import { askdbEnvironment } from './askdb/environment'
import type { Execute } from './askdb/schema'
import { foreignRationale } from './foreign'
import { householdEnvironment } from './household/environment'
import { playProblem } from './play-problem'
import type { Environment } from './problem'
import { Random } from './random'
import type { ExampleRecord } from './record'
import { chatSamples } from './samples/chat'
import { codeSamples } from './samples/code'
import { storefrontEnvironment } from './storefront/environment'

export type ExampleSize = {
  /** What everything depends on: the same seed gives the same bytes. */
  seed: string
  /** How many trajectories. */
  trajectories: number
  /** Runs a statement in one of the example databases; without it nobody asks databases. */
  execute?: Execute
}

/** How many problems of each environment come in a round. */
const shares: Readonly<Record<string, number>> = { household: 3, storefront: 3, askdb: 4 }

/** Problems that are under way while earlier ones are handed out, so that nobody waits for the database. */
const ahead = 8

/**
 * The records of an example workspace, one at a time and in bounded memory, in the interchange form: runs of simulated
 * agents in simulated environments, several models to a problem, about one in eight with a planted defect. A longer
 * example begins with the shorter one of the same seed.
 */
export async function* generate({ seed, trajectories, execute }: ExampleSize): AsyncGenerator<ExampleRecord> {
  const underWay: Promise<ExampleRecord[]>[] = []
  let left = trajectories
  try {
    for (const play of problems(new Random(seed), execute)) {
      if (left === 0) return
      const started = play()
      // One that fails while an earlier one is waited for is reported when its turn comes.
      started.catch(() => {})
      underWay.push(started)
      if (underWay.length < ahead) continue
      for (const record of (await underWay.shift()) ?? []) {
        if (left === 0) return
        left -= 1
        yield record
      }
    }
  } finally {
    await Promise.allSettled(underWay)
  }
}

/** The problems of all environments in turn, each ready to be played. An environment that has no more leaves the round. */
function* problems(root: Random, execute: Execute | undefined): Generator<() => Promise<ExampleRecord[]>> {
  const environments: Environment[] = [
    householdEnvironment(root.fork('household'), foreignRationale),
    storefrontEnvironment(root.fork('storefront'), foreignRationale),
    ...(execute ? [askdbEnvironment(foreignRationale, execute)] : []),
  ]
  const places = environments.map((environment) => ({ environment, next: 0 }))
  for (;;) {
    for (const place of places) {
      const { environment } = place
      for (let turn = shares[environment.task] ?? 1; turn > 0 && place.next < environment.size; turn -= 1) {
        const number = place.next
        place.next += 1
        yield () => playProblem(environment, number, root.fork(`${environment.task} ${number}`))
      }
    }
  }
}

/** Conversations and code to mix in beside trajectories, in the same form; at most a thousand of each are different. */
export function* generateSamples({
  seed,
  chat,
  code,
}: {
  seed: string
  chat: number
  code: number
}): Generator<ExampleRecord> {
  const root = new Random(seed)
  yield* chatSamples(root.fork('chat'), chat)
  yield* codeSamples(root.fork('code'), code)
}
