import { modelNamed } from './models'
import type { Part } from './play'
import type { Candidate, Problem } from './problem'
import type { Random } from './random'
import { defectKinds } from './truth'

/** Share of runs that get a planted defect, and of the others a decoy. */
const defectShare = 0.12
const decoyShare = 0.14

/** Who runs this problem, how it is meant to end, and which runs get a planted defect: at least one run. */
export function castProblem(problem: Problem, random: Random): Part[] {
  const invited = problem.candidates.filter(({ share }) => random.chance(share))
  const first = problem.candidates[0]
  const chosen = invited.length > 0 || !first ? invited : [first]
  const attempts = new Map<string, number>()
  return chosen.map((candidate) => {
    const way = `${candidate.model}/${candidate.method}`
    const attempt = (attempts.get(way) ?? 0) + 1
    attempts.set(way, attempt)
    return assign(problem, candidate, attempt, random)
  })
}

function assign(problem: Problem, { model, method }: Candidate, attempt: number, random: Random): Part {
  const { solves, failures } = modelNamed(model)
  const explores = method === 'exploration' || method === 'human'
  // A session that was reformatted is the one that a person went through, so it may not go wrong on its own.
  const failure = explores && !random.chance(solves[problem.difficulty]) ? random.weighted(failures) : null
  const defect = method !== 'human' && random.chance(defectShare) ? random.pick(possible(problem)) : null
  const part: Part = { model, method, attempt, failure, defect, decoys: false }
  if (defect === 'refusal') return { ...part, failure: 'refusal' }
  if (defect === 'ends-mid-action') return { ...part, failure: 'cut output' }
  if (defect !== null && problem.playable.includes(defect)) return { ...part, failure: null }
  return { ...part, decoys: defect === null && method !== 'human' && random.chance(decoyShare) }
}

function possible({ playable, defects }: Problem) {
  return defectKinds.filter((kind) => playable.includes(kind) || defects[kind] !== undefined)
}
