import type { Route } from 'next'
import { Pager } from '@/components/ui/pager'

/** Which steps of a long episode are on the page. Nothing where all of them are. */
export function PartPager({
  from,
  to,
  of,
  previous,
  next,
}: {
  from: number
  to: number
  of: number
  previous: Route | null
  next: Route | null
}) {
  if (previous === null && next === null) return null
  const says = `Steps ${from.toLocaleString('en')}–${to.toLocaleString('en')} of ${of.toLocaleString('en')}`
  return <Pager label="Parts of the episode" says={says} previous={previous} next={next} />
}
