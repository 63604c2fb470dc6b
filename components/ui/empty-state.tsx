import type { ReactNode } from 'react'
import { cn } from './class-names'

/** What this place is for and what to do first, with the button that does it. */
export function EmptyState({
  title,
  level = 2,
  children,
  action,
  className,
}: {
  title: string
  /** 1 where it is all that the page has. */
  level?: 1 | 2
  children?: ReactNode
  action?: ReactNode
  className?: string
}) {
  const Title = level === 1 ? 'h1' : 'h2'
  return (
    <div className={cn('flex flex-col items-start gap-3 py-12 sm:items-center sm:text-center', className)}>
      <div className="space-y-1">
        <Title className="font-semibold text-base">{title}</Title>
        {children !== undefined && <div className="max-w-[52ch] text-dim">{children}</div>}
      </div>
      {action}
    </div>
  )
}
