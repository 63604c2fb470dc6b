import type { StepReading } from '@/lib/data/reading'
import { onlyText } from '../only-text'

/** What the agent said to somebody: speech, not an action. */
export function TalkAction({ step }: { step: StepReading }) {
  return (
    <div className="border-line border-l-2 pl-3">
      <p className="text-faint text-xs">says</p>
      <p className="reading verbatim">{onlyText(step.actionArguments) ?? step.actionRaw}</p>
    </div>
  )
}
