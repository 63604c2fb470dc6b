import type { ParseContext } from './formats/format'
import { hash } from './instance-key'
import { type ParsedTrajectory, RecordProblem, type Step } from './types'

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
    instance: instance.key === '' ? { ...instance, key: `unknown ${hash(JSON.stringify(steps))}` } : instance,
    steps: steps.some(isNameless) ? steps.map((step) => (isNameless(step) ? named(step) : step)) : steps,
  }
}

function isNameless({ action }: Step): boolean {
  return action !== null && action.name === ''
}

function named(step: Step): Step {
  return step.action === null ? step : { ...step, action: { ...step.action, name: 'unparsed' }, actionKind: 'unparsed' }
}
