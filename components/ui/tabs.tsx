import type { Route } from 'next'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { cn } from './class-names'

/** Tabs whose state is the URL: each is a link, so it can be shared, opened beside, and gone back from. */
export function Tabs({
  label,
  current,
  tabs,
}: {
  label: string
  current: string
  tabs: readonly { name: string; title: ReactNode; href: Route; count?: number }[]
}) {
  return (
    <nav aria-label={label} className="flex gap-4 overflow-x-auto border-b">
      {tabs.map((tab) => (
        <Link
          key={tab.name}
          href={tab.href}
          aria-current={tab.name === current ? 'page' : undefined}
          className={cn(
            '-mb-px flex h-9 items-center gap-1.5 whitespace-nowrap border-b-2 px-0.5',
            tab.name === current
              ? 'border-accent font-medium text-ink'
              : 'border-transparent text-dim hover:border-field hover:text-ink',
          )}
        >
          {tab.title}
          {tab.count !== undefined && (
            <span className="text-faint text-xs tabular-nums">{tab.count.toLocaleString('en')}</span>
          )}
        </Link>
      ))}
    </nav>
  )
}
