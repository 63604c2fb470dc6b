import { ChevronLeft, ChevronRight } from 'lucide-react'
import type { Route } from 'next'
import Link from 'next/link'
import { Button } from './button'

/** "1–50 of 12,087", with the way to the page before and after. A side without an address is not offered. */
export function Pager({
  label,
  says,
  previous,
  next,
}: {
  label: string
  says: string
  previous: Route | null
  next: Route | null
}) {
  return (
    <nav aria-label={label} className="flex items-center gap-1">
      <p className="mr-2 text-dim tabular-nums">{says}</p>
      <Turn href={previous} rel="prev" title="Previous page" />
      <Turn href={next} rel="next" title="Next page" />
    </nav>
  )
}

function Turn({ href, rel, title }: { href: Route | null; rel: 'prev' | 'next'; title: string }) {
  const icon = rel === 'prev' ? <ChevronLeft aria-hidden /> : <ChevronRight aria-hidden />
  if (href === null)
    return (
      <Button aria-label={title} disabled className="w-7 px-0">
        {icon}
      </Button>
    )
  return (
    <Button asChild className="w-7 px-0">
      <Link href={href} rel={rel} aria-label={title}>
        {icon}
      </Link>
    </Button>
  )
}
