import type { Route } from 'next'
import { Pager } from '@/components/ui/pager'

/** "1–50 of 12,087 · 38 ms" and the way on. */
export function ListFoot({
  from,
  rows,
  total,
  milliseconds,
  previous,
  next,
}: {
  from: number
  rows: number
  total: number
  milliseconds: number
  previous: Route | null
  next: Route | null
}) {
  const range = `${from.toLocaleString('en')}–${(from + rows - 1).toLocaleString('en')}`
  return (
    <div className="flex justify-end pt-3">
      <Pager
        label="Pages of the list"
        says={`${range} of ${total.toLocaleString('en')} · ${milliseconds.toLocaleString('en')} ms`}
        previous={previous}
        next={next}
      />
    </div>
  )
}
