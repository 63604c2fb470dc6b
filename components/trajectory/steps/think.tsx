import type { StepReading } from '@/lib/data/reading'
import { onlyText } from '../only-text'

/** A thought that the task's grammar makes an action of its own. */
export function ThinkAction({ step }: { step: StepReading }) {
  return (
    <div>
      <p className="text-faint text-xs">thinks</p>
      <p className="reading verbatim">{onlyText(step.actionArguments) ?? step.actionRaw}</p>
    </div>
  )
}
