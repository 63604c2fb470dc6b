import { ChevronDown } from 'lucide-react'
import type { ComponentProps } from 'react'
import { cn } from './class-names'
import { fieldLook } from './field'

/** The browser's own select: right on every device, usable by every key. Options are its children. */
export function Select({ className, ...props }: ComponentProps<'select'>) {
  return (
    <span className={cn('relative inline-flex min-w-0', className)}>
      <select className={cn(fieldLook, 'h-7 appearance-none truncate pr-7')} {...props} />
      <ChevronDown aria-hidden className="pointer-events-none absolute top-1.5 right-2 size-4 text-faint" />
    </span>
  )
}
