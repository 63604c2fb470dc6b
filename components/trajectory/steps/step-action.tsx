import { Badge } from '@/components/ui/badge'
import type { StepReading } from '@/lib/data/reading'
import { ActAction } from './act'
import { TalkAction } from './talk'
import { TerminalAction } from './terminal'
import { ThinkAction } from './think'
import { UnparsedAction } from './unparsed'

/** What the step did, drawn as what its kind is. A step that only thought has no action and draws nothing here. */
export function StepAction({ step }: { step: StepReading }) {
  if (step.actionRaw === null && step.actionName === null) return null
  return (
    <div className="space-y-1">
      <KindedAction step={step} />
      {step.errored === true && <Badge tone="bad">✕ refused by the environment</Badge>}
    </div>
  )
}

function KindedAction({ step }: { step: StepReading }) {
  switch (step.actionKind) {
    case 'talk':
      return <TalkAction step={step} />
    case 'think':
      return <ThinkAction step={step} />
    case 'terminal':
      return <TerminalAction step={step} />
    case 'unparsed':
      return <UnparsedAction step={step} />
    default:
      return <ActAction step={step} />
  }
}
