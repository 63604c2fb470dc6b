'use client'

import { ListFilter } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/class-names'
import { FACETS_COOKIE, type FacetsShown, keepFacetsShown } from './facets-shown'

const looks: Record<FacetsShown, { panel: string; layout: string }> = {
  auto: { panel: 'hidden xl:block', layout: 'xl:flex-row' },
  open: { panel: 'block', layout: 'xl:flex-row' },
  closed: { panel: 'hidden', layout: 'xl:flex-row' },
}

/** The query above, the facets at the left where there is room, over the list where there is not. */
export function FacetPanel({
  shown: first,
  bar,
  facets,
  children,
}: {
  shown: FacetsShown
  bar: ReactNode
  facets: ReactNode
  children: ReactNode
}) {
  const [shown, setShown] = useState(first)
  const toggle = () => {
    const wide = window.matchMedia('(min-width: 80rem)').matches
    const next = shown === 'auto' ? (wide ? 'closed' : 'open') : shown === 'open' ? 'closed' : 'open'
    setShown(next)
    keepFacetsShown(next)
  }
  return (
    <div className="space-y-3">
      <div className="flex items-start gap-2">
        {bar}
        <Button onClick={toggle} aria-controls={FACETS_COOKIE} className="h-8">
          <ListFilter aria-hidden />
          <span className="max-sm:sr-only">Filters</span>
        </Button>
      </div>
      <div className={cn('flex flex-col gap-x-6 gap-y-4', looks[shown].layout)}>
        <div id={FACETS_COOKIE} className={cn('shrink-0 xl:w-44', looks[shown].panel)}>
          {facets}
        </div>
        <div className="min-w-0 flex-1">{children}</div>
      </div>
    </div>
  )
}
