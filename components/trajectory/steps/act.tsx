import type { StepReading } from '@/lib/data/reading'
import { CallText } from '../call-text'

/** An action on the environment: monospace on a tinted line. */
export function ActAction({ step }: { step: StepReading }) {
  const { index, actionName, actionArguments, actionRaw } = step
  return <CallText name={actionName} args={actionArguments} raw={actionRaw ?? ''} label={`Action of step ${index}`} />
}
