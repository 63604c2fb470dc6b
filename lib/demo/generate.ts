import { askdbEnvironment } from './askdb/environment'
import type { Execute } from './askdb/schema'
import { castProblem } from './cast'
import { foreignRationale } from './foreign'
import { householdEnvironment } from './household/environment'
import { modelNamed } from './models'
import type { Played } from './play'
import type { Environment, Problem } from './problem'
import { Random } from './random'
import { type ExampleRecord, toRecord } from './record'
import { chatSamples } from './samples/chat'
import { codeSamples } from './samples/code'
import { storefrontEnvironment } from './storefront/environment'
import { type DefectKind, decoyKinds, defectKinds } from './truth'

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

/**
 * The records of an example workspace, one at a time and in bounded memory, in the interchange form: runs of simulated
 * agents in simulated environments, several models to a problem, about one in eight with a planted defect. A longer
 * example begins with the shorter one of the same seed.
 */
export async function* generate({ seed, trajectories, execute }: ExampleSize): AsyncGenerator<ExampleRecord> {
  const root = new Random(seed)
  let left = trajectories
  for await (const { problem, random, nextDefect } of problems(root, execute)) {
    for await (const record of runs(problem, random, nextDefect)) {
      if (left === 0) return
      left -= 1
      yield record
    }
  }
}

/** Problems of all environments in turn. An environment that has no more leaves the round. */
async function* problems(root: Random, execute: Execute | undefined) {
  const environments: Environment[] = [
    householdEnvironment(root.fork('household'), foreignRationale),
    storefrontEnvironment(root.fork('storefront'), foreignRationale),
    ...(execute ? [askdbEnvironment(root.fork('askdb'), foreignRationale, execute)] : []),
  ]
  const places = environments.map((environment) => ({
    environment,
    next: 0,
    defects: rotation(root.fork(`defects ${environment.task}`)),
  }))
  for (;;) {
    for (const place of places) {
      const { environment, defects: nextDefect } = place
      for (let turn = shares[environment.task] ?? 1; turn > 0 && place.next < environment.size; turn -= 1) {
        const random = root.fork(`${environment.task} ${place.next}`)
        const problem = await environment.problem(place.next)
        place.next += 1
        if (problem) yield { problem, random, nextDefect }
      }
    }
  }
}

/** Goes through the kinds of defect in turn, so that even a small example has each. */
function rotation(random: Random): () => DefectKind {
  const order = random.shuffle(defectKinds)
  let turn = 0
  return () => {
    turn += 1
    return order[turn % order.length] ?? 'unseen-reference'
  }
}

async function* runs(problem: Problem, random: Random, nextDefect: () => DefectKind): AsyncGenerator<ExampleRecord> {
  for (const [i, part] of castProblem(problem, random.fork('cast'), nextDefect).entries()) {
    const chance = random.fork(i)
    const model = modelNamed(part.model)
    const played = await problem.play(part, model, chance.fork('play'))
    if (part.defect && !problem.playable.includes(part.defect)) plantDefect(problem, part.defect, played, chance)
    if (part.decoys) plantDecoy(problem, played, chance)
    yield toRecord(problem, part, played, problem.preamble(part))
  }
}

/** The wanted defect where the run has a place for it, else the next one that fits. */
function plantDefect(problem: Problem, wanted: DefectKind, played: Played, random: Random): void {
  const from = defectKinds.indexOf(wanted)
  const order = [...defectKinds.slice(from), ...defectKinds.slice(0, from)]
  order.some((kind) => problem.defects[kind]?.(played, random.fork(kind)))
}

function plantDecoy(problem: Problem, played: Played, random: Random): void {
  for (const kind of random.sample(decoyKinds, 3)) problem.decoys[kind]?.(played, random.fork(kind))
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
