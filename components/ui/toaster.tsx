'use client'

import { Toaster as Sonner } from 'sonner'

/** Where `toast()` of sonner appears. For what happened elsewhere; what happened here is said here. */
export function Toaster() {
  return (
    <Sonner
      position="bottom-right"
      offset={{ bottom: 'calc(var(--foot) + 16px)' }}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            'flex w-(--width) items-center gap-3 rounded-md bg-surface px-3 py-2 font-sans text-ink text-sm shadow-float',
          description: 'text-dim',
          actionButton: 'ml-auto shrink-0 font-medium text-accent',
        },
      }}
    />
  )
}
