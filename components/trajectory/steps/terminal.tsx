import type { StepReading } from '@/lib/data/reading'
import { CallText } from '../call-text'

/** The action that ends the episode: an answer, a submission. */
export function TerminalAction({ step }: { step: StepReading }) {
  const { index, actionName, actionArguments, actionRaw } = step
  return (
    <div>
      <CallText
        name={actionName}
        args={actionArguments}
        raw={actionRaw ?? ''}
        label={`Last action, step ${index}`}
        className="border-dim border-l-2"
      />
      <p className="pt-0.5 text-faint text-xs">ends the episode</p>
    </div>
  )
}
