import { cn } from './class-names'

/** Stands where something of a known shape is about to be. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={cn('block h-4 animate-pulse rounded-sm bg-well', className)} />
}
