import { castProblem } from './cast'
import { foreignRationale } from './foreign'
import { householdEnvironment } from './household/environment'
import { modelNamed } from './models'
import type { Played } from './play'
import type { Problem } from './problem'
import { Random } from './random'
import { type ExampleRecord, toRecord } from './record'
import { storefrontEnvironment } from './storefront/environment'
import { type DefectKind, decoyKinds, defectKinds } from './truth'

export type ExampleSize = {
  /** What everything depends on: the same seed gives the same bytes. */
  seed: string
  /** How many trajectories. */
  trajectories: number
}

/**
 * The records of an example workspace, one at a time and in bounded memory, in the interchange form: runs of simulated
 * agents in simulated environments, several models to a problem, about one in eight with a planted defect.
 */
export async function* generate({ seed, trajectories }: ExampleSize): AsyncGenerator<ExampleRecord> {
  const root = new Random(seed)
  const environments = [
    householdEnvironment(root.fork('household'), foreignRationale),
    storefrontEnvironment(root.fork('storefront'), foreignRationale),
  ]
  const rotations = new Map(environments.map(({ task }) => [task, rotation(root.fork(`defects ${task}`))]))
  let made = 0
  for (let round = 0; made < trajectories; round += 1) {
    for (const environment of environments) {
      const random = root.fork(`${environment.task} ${round}`)
      const problem = await environment.problem(round)
      const next = rotations.get(environment.task) ?? rotation(random)
      for await (const record of runs(problem, random, next)) {
        if (made === trajectories) return
        made += 1
        yield record
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
    yield toRecord(problem, part, played, problem.preamble(model))
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
