import { Badge } from '@/components/ui/badge'
import type { StepReading } from '@/lib/data/reading'
import { FlaggedText, type FlagSpan } from './flag-mark'
import { Observation } from './observation'
import { rewardText } from './reward-text'
import { StepAction } from './steps/step-action'

/** Rationale, action and observation of a step, each in its own face. */
export function StepBody({
  step,
  flags = [],
  stepsHref,
}: {
  step: StepReading
  flags?: readonly FlagSpan[]
  stepsHref: string
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
          text={step.observation}
          length={step.observationLength}
          kind={step.observationKind}
          href={`${stepsHref}/${step.index}`}
        />
      )}
      <StepNotes step={step} />
    </div>
  )
}

/** What else is known of the step, where it is not the usual. */
function StepNotes({ step }: { step: StepReading }) {
  // A zero is what every step before the last one has: it says nothing beside the reward at the end of the strip.
  const rewarded = step.reward !== null && step.reward !== 0
  if (step.loss !== false && !rewarded) return null
  return (
    <p className="flex gap-2 text-xs">
      {rewarded && (
        <span className="text-faint tabular-nums" title={String(step.reward)}>
          reward {rewardText(step.reward)}
        </span>
      )}
      {step.loss === false && <Badge title="The trainer’s loss skips this turn">not trained on</Badge>}
    </p>
  )
}
