'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { cn } from '@/components/ui/class-names'
import { Mark } from './mark'
import { type NounName, nouns } from './nouns'
import { useWaiting } from './waiting'

/** The nouns this person may use, with live counts. `folded` leaves the icons alone between 640 and 1024 pixels. */
export function Rail({ places, folded, onGo }: { places: readonly NounName[]; folded: boolean; onGo?: () => void }) {
  const path = usePathname()
  const { trajectories, sources } = useWaiting()
  const counts: Partial<Record<NounName, number>> = { trajectories, sources }
  const words = folded ? 'hidden lg:block' : ''
  return (
    <nav aria-label="Main">
      <Link href="/" onClick={onGo} className="flex h-11 items-center gap-2 border-b px-4 font-semibold">
        <Mark /> <span className={cn(folded && 'sr-only lg:not-sr-only')}>Assay</span>
      </Link>
      <ul className="space-y-0.5 p-2">
        {places.map((noun) => {
          const { title, path: pathname, icon: Icon } = nouns[noun]
          const count = counts[noun]
          const current = path === pathname || path.startsWith(`${pathname}/`)
          return (
            <li key={noun}>
              <Link
                href={{ pathname }}
                onClick={onGo}
                title={title}
                aria-current={current ? 'page' : undefined}
                className={cn(
                  'flex h-7 items-center gap-2 rounded-md px-2',
                  current ? 'bg-well font-medium text-ink' : 'text-dim hover:bg-well hover:text-ink',
                )}
              >
                <Icon aria-hidden className={cn('size-4 shrink-0', current ? 'text-accent' : 'text-faint')} />
                <span className={cn('flex-1', folded && 'sr-only lg:not-sr-only')}>{title}</span>
                {count !== undefined && (
                  <span className={cn('text-faint text-xs tabular-nums', words)}>{count.toLocaleString('en')}</span>
                )}
              </Link>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
