import type { ReactNode } from 'react'
import { cn } from './class-names'

const widths = { full: '', text: 'max-w-3xl', form: 'max-w-xl' }

/** The page itself: its one main landmark with the margins that all pages share. */
export function Page({
  width = 'full',
  className,
  children,
}: {
  width?: keyof typeof widths
  className?: string
  children: ReactNode
}) {
  return <main className={cn('space-y-4 px-4 py-4 sm:px-6', widths[width], className)}>{children}</main>
}
