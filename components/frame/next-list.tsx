import { ArrowRight } from 'lucide-react'
import type { Route } from 'next'
import Link from 'next/link'

export type NextThing = { count: number; one: string; many: string; href: Route }

/** What waits, the most pressing first: a number, a sentence, the way there. */
export function NextList({ things }: { things: readonly NextThing[] }) {
  if (things.length === 0) return null
  return (
    <ul className="divide-y border-y">
      {things.map(({ count, one, many, href }) => (
        <li key={many}>
          <Link href={href} className="group flex min-h-10 items-center gap-4 px-1 hover:bg-well">
            <span className="w-16 shrink-0 text-right font-semibold text-base tabular-nums">
              {count.toLocaleString('en')}
            </span>
            <span className="min-w-0 flex-1">{count === 1 ? one : many}</span>
            <ArrowRight aria-hidden className="size-4 shrink-0 text-faint group-hover:text-accent" />
          </Link>
        </li>
      ))}
    </ul>
  )
}
