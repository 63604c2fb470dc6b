import type { ReactNode } from 'react'
import { cn } from './class-names'

/** The edge and ground that text fields share. */
export const fieldLook =
  'w-full min-w-0 rounded-md border border-field bg-surface px-2 text-ink text-sm transition-colors duration-100 focus-visible:border-accent disabled:opacity-60 aria-invalid:border-reject'

/** A label over a control, with a hint or what is wrong. Give the control `id` and `aria-describedby={`${id}-hint`}`. */
export function Field({
  id,
  label,
  hint,
  problem,
  className,
  children,
}: {
  id: string
  label: ReactNode
  hint?: ReactNode
  problem?: ReactNode
  className?: string
  children: ReactNode
}) {
  const below = problem ?? hint
  return (
    <div className={cn('flex flex-col gap-1', className)}>
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      {children}
      {below !== undefined && (
        <p id={`${id}-hint`} className={cn('text-xs', problem === undefined ? 'text-faint' : 'text-reject')}>
          {below}
        </p>
      )}
    </div>
  )
}
