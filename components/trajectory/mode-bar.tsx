import type { Route } from 'next'
import Link from 'next/link'
import { cn } from '@/components/ui/class-names'
import { Tooltip } from '@/components/ui/tooltip'
import { type Mode, modes } from '@/lib/core/gold/modes'
import type { GoldReading } from '@/lib/data/reading'

type Aligned = NonNullable<GoldReading['alignment']>

const names: Record<Mode, { title: string; says: string; holds: (aligned: Aligned) => boolean | null }> = {
  exact: { title: 'exact', says: 'The same calls in the same order, and no others', holds: ({ exact }) => exact },
  'in-order': {
    title: 'in order',
    says: 'All gold actions in their order; others may stand between them',
    holds: ({ inOrder }) => inOrder,
  },
  'any-order': {
    title: 'any order',
    says: 'All gold actions, in whatever order; others allowed',
    holds: ({ anyOrder }) => anyOrder,
  },
  'state-changing': {
    title: 'state-changing',
    says: 'The same successful writes; what was only read does not count',
    holds: ({ stateChanging }) => stateChanging,
  },
}

/** The four ways to hold a trajectory to its gold, with what each says of this one; the chosen one is a link’s state. */
export function ModeBar({
  aligned,
  mode,
  hrefs,
  calm,
}: {
  aligned: Aligned
  mode: Mode
  hrefs: Record<Mode, Route>
  /** Whether what does not hold is no fault. */
  calm: boolean
}) {
  return (
    <nav aria-label="How strictly gold is compared" className="flex flex-wrap items-center gap-x-1">
      {modes.map((one) => {
        const { title, says, holds } = names[one]
        return (
          <Tooltip key={one} content={says}>
            <Link
              href={hrefs[one]}
              replace
              scroll={false}
              aria-current={one === mode ? 'true' : undefined}
              className={cn(
                'inline-flex h-6 items-center gap-1 rounded-md px-1.5',
                one === mode ? 'bg-wash font-medium text-ink' : 'text-dim hover:bg-well',
              )}
            >
              {title} <Holds value={holds(aligned)} calm={calm} />
            </Link>
          </Tooltip>
        )
      })}
    </nav>
  )
}

function Holds({ value, calm }: { value: boolean | null; calm: boolean }) {
  if (value === null) return <span className="text-faint">–</span>
  return (
    <span className={value ? 'text-match' : calm ? 'text-faint' : 'text-missing'}>
      <span aria-hidden>{value ? '✓' : '✗'}</span>
      <span className="sr-only">{value ? 'holds' : 'does not hold'}</span>
    </span>
  )
}
