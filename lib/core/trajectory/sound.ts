import type { ParseContext } from './formats/format'
import { hash } from './instance-key'
import { type Action, type Instance, type ParsedTrajectory, RecordProblem, type Step } from './types'

/**
 * The trajectory with what every reader may rely on: it has a name, its instance a key, every action a name. A record
 * may hold empty ones; what it holds otherwise is left alone.
 *
 * @throws RecordProblem where the task has no name or one longer than 200 characters
 */
export function sound(parsed: ParsedTrajectory, { key, ordinal, task }: ParseContext): ParsedTrajectory {
  const { externalId, instance, steps } = parsed
  const name = (task ?? parsed.task).trim().toLowerCase()
  if (name === '' || name.length > 200) throw new RecordProblem('the task’s name has to be of 1 to 200 characters')
  return {
    ...parsed,
    task: name,
    externalId: externalId === '' ? (key ?? `${ordinal}`) : externalId,
    instance: soundInstance(instance, steps),
    steps: steps.some(({ action }) => isNameless(action)) ? steps.map(soundStep) : steps,
  }
}

function soundInstance(instance: Instance, steps: readonly Step[]): Instance {
  const key = instance.key === '' ? `unknown ${hash(JSON.stringify(steps))}` : instance.key
  const nameless = instance.gold.some(({ actions }) => actions.some(isNameless))
  const gold = nameless ? instance.gold.map((each) => ({ ...each, actions: each.actions.map(named) })) : instance.gold
  return key === instance.key && gold === instance.gold ? instance : { ...instance, key, gold }
}

function soundStep(step: Step): Step {
  if (step.action === null || !isNameless(step.action)) return step
  return { ...step, action: named(step.action), actionKind: 'unparsed' }
}

function isNameless(action: Action | null): boolean {
  return action !== null && action.name === ''
}

function named(action: Action): Action {
  return isNameless(action) ? { ...action, name: 'unparsed' } : action
}
