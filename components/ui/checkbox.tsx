import type { ComponentProps, ReactNode } from 'react'
import { cn } from './class-names'

/** A checkbox with its words; the whole line is the target. */
export function Checkbox({ className, children, ...props }: ComponentProps<'input'> & { children?: ReactNode }) {
  return (
    <label className={cn('inline-flex min-h-6 items-center gap-2', className)}>
      <input type="checkbox" className="size-4 rounded-sm accent-accent" {...props} />
      {children}
    </label>
  )
}
