import type { ReactNode } from 'react'
import { cn } from './class-names'

/** What this place is for and what to do first, with the button that does it. */
export function EmptyState({
  title,
  children,
  action,
  className,
}: {
  title: string
  children?: ReactNode
  action?: ReactNode
  className?: string
}) {
  return (
    <div className={cn('flex flex-col items-start gap-3 py-12 sm:items-center sm:text-center', className)}>
      <div className="space-y-1">
        <p className="font-semibold text-base">{title}</p>
        {children !== undefined && <div className="max-w-[52ch] text-dim">{children}</div>}
      </div>
      {action}
    </div>
  )
}
