import { Ban, Check, CircleAlert, Clock, LoaderCircle, type LucideIcon } from 'lucide-react'
import { Badge, type BadgeTone } from '@/components/ui/badge'
import type { JobState as State } from '@/lib/data/jobs'

const looks: Record<State, { tone: BadgeTone; icon: LucideIcon; says: string }> = {
  queued: { tone: 'neutral', icon: Clock, says: 'waiting' },
  running: { tone: 'accent', icon: LoaderCircle, says: 'running' },
  done: { tone: 'good', icon: Check, says: 'done' },
  failed: { tone: 'bad', icon: CircleAlert, says: 'failed' },
  cancelled: { tone: 'warn', icon: Ban, says: 'cancelled' },
}

/** Where a job stands, in a word and a picture. */
export function JobState({ state }: { state: State }) {
  const { tone, icon: Icon, says } = looks[state]
  return (
    <Badge tone={tone}>
      <Icon aria-hidden className={state === 'running' ? 'animate-spin motion-reduce:animate-none' : undefined} />
      {says}
    </Badge>
  )
}
