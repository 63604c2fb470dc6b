import { Badge } from '@/components/ui/badge'
import type { StepReading } from '@/lib/data/reading'
import { CallText } from '../call-text'

/** A turn that the task's grammar could not read as an action: it is shown as it was written. */
export function UnparsedAction({ step }: { step: StepReading }) {
  return (
    <div className="space-y-1">
      <CallText name={null} args={null} raw={step.actionRaw ?? ''} label={`Turn of step ${step.index}, as written`} />
      <Badge tone="warn">? not an action of this task’s grammar</Badge>
    </div>
  )
}
