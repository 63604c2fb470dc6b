import type { ComponentProps } from 'react'
import { cn } from './class-names'

/** A table of 32-pixel rows. It scrolls sideways inside its own place, by keys too. */
export function Table({ label, className, children, ...props }: ComponentProps<'table'> & { label: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keys
    <section aria-label={label} tabIndex={0} className="overflow-x-auto">
      <table className={cn('w-full border-collapse text-left', className)} {...props}>
        {children}
      </table>
    </section>
  )
}

export function TableHead({ className, ...props }: ComponentProps<'thead'>) {
  return <thead className={cn('border-b text-dim text-xs', className)} {...props} />
}

export function TableRow({ className, ...props }: ComponentProps<'tr'>) {
  return <tr className={cn('border-b last:border-b-0 hover:bg-well aria-selected:bg-wash', className)} {...props} />
}

export function TableHeader({ numeric = false, className, ...props }: ComponentProps<'th'> & { numeric?: boolean }) {
  return (
    <th
      scope="col"
      className={cn('h-8 whitespace-nowrap px-2 font-medium first:pl-0 last:pr-0', numeric && 'text-right', className)}
      {...props}
    />
  )
}

export function TableCell({ numeric = false, className, ...props }: ComponentProps<'td'> & { numeric?: boolean }) {
  return (
    <td
      className={cn('h-8 px-2 first:pl-0 last:pr-0', numeric && 'whitespace-nowrap text-right tabular-nums', className)}
      {...props}
    />
  )
}
