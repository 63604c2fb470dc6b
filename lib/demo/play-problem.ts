import { castProblem } from './cast'
import { modelNamed } from './models'
import type { Part, Played } from './play'
import type { Environment, Problem } from './problem'
import type { Random } from './random'
import { type ExampleRecord, toRecord } from './record'
import { type DefectKind, decoyKinds, defectKinds } from './truth'

/** Everybody who tries this problem does, in a random order of their own; nothing where the number makes no problem. */
export async function playProblem(environment: Environment, number: number, random: Random): Promise<ExampleRecord[]> {
  const problem = await environment.problem(number)
  if (!problem) return []
  const records: ExampleRecord[] = []
  for (const [i, part] of castProblem(problem, random.fork('cast')).entries())
    records.push(await playPart(problem, part, random.fork(i)))
  return records
}

async function playPart(problem: Problem, part: Part, random: Random): Promise<ExampleRecord> {
  const played = await problem.play(part, modelNamed(part.model), random.fork('play'))
  if (part.defect && !problem.playable.includes(part.defect)) plantDefect(problem, part.defect, played, random)
  if (part.decoys) plantDecoys(problem, played, random)
  return toRecord(problem, part, played, problem.preamble(part))
}

/** The wanted defect where the run has a place for it, else the next one that fits. */
function plantDefect(problem: Problem, wanted: DefectKind, played: Played, random: Random): void {
  const from = defectKinds.indexOf(wanted)
  const order = [...defectKinds.slice(from), ...defectKinds.slice(0, from)]
  order.some((kind) => problem.defects[kind]?.(played, random.fork(kind)))
}

function plantDecoys(problem: Problem, played: Played, random: Random): void {
  for (const kind of random.sample(decoyKinds, 3)) problem.decoys[kind]?.(played, random.fork(kind))
}
