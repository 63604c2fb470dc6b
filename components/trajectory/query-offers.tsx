'use client'

import { cn } from '@/components/ui/class-names'
import type { Offer } from '@/lib/core/search/complete'

export const OFFERS_ID = 'query-offers'

/** What may be written next, each with what it is for. The field keeps the focus. */
export function QueryOffers({
  offers,
  chosen,
  take,
}: {
  offers: readonly Offer[]
  chosen: number
  take: (offer: Offer) => void
}) {
  return (
    <div
      id={OFFERS_ID}
      role="listbox"
      tabIndex={-1}
      aria-label="What may be written next"
      className="absolute inset-x-0 top-full z-20 mt-1 max-h-80 overflow-y-auto rounded-md bg-surface p-1 shadow-float sm:max-w-md"
    >
      {offers.map((offer, at) => (
        <div
          key={offer.insert}
          id={`${OFFERS_ID}-${at}`}
          role="option"
          tabIndex={-1}
          aria-selected={at === chosen}
          onPointerDown={(event) => {
            event.preventDefault()
            take(offer)
          }}
          className={cn('flex min-h-7 items-center gap-3 rounded-sm px-2 hover:bg-well', at === chosen && 'bg-well')}
        >
          <bdi className="min-w-24 truncate font-mono text-xs">{offer.label}</bdi>
          <span className="truncate text-faint text-xs">{offer.hint}</span>
        </div>
      ))}
    </div>
  )
}
