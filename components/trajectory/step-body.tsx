import { Badge } from '@/components/ui/badge'
import type { StepReading } from '@/lib/data/reading'
import { FlaggedText, type FlagSpan } from './flag-mark'
import { type LoadObservation, Observation } from './observation'
import { rewardText } from './reward-text'
import { StepAction } from './steps/step-action'

/** Rationale, action and observation of a step, each in its own face. */
export function StepBody({
  step,
  flags = [],
  load,
}: {
  step: StepReading
  flags?: readonly FlagSpan[]
  load: LoadObservation
}) {
  return (
    <div className="min-w-0 space-y-1.5">
      {step.rationale !== null && step.rationale.trim() !== '' && (
        <p className="reading verbatim">
          <FlaggedText text={step.rationale.trim()} flags={flags} />
        </p>
      )}
      <StepAction step={step} />
      {step.observation !== null && step.observation !== '' && (
        <Observation
          index={step.index}
          text={step.observation}
          length={step.observationLength}
          kind={step.observationKind}
          load={load}
        />
      )}
      <StepNotes step={step} />
    </div>
  )
}

/** What else is known of the step, where it is not the usual. */
function StepNotes({ step }: { step: StepReading }) {
  if (step.loss !== false && step.reward === null) return null
  return (
    <p className="flex gap-2 text-xs">
      {step.reward !== null && (
        <span className="text-faint tabular-nums" title={String(step.reward)}>
          reward {rewardText(step.reward)}
        </span>
      )}
      {step.loss === false && <Badge title="The trainer’s loss skips this turn">not trained on</Badge>}
    </p>
  )
}
