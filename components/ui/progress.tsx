import { cn } from './class-names'

/** How far something is: share of 0–1, or null while the whole is unknown. Say rate and time left beside it. */
export function Progress({ share, label, className }: { share: number | null; label: string; className?: string }) {
  const percent = share === null ? null : Math.round(Math.min(1, Math.max(0, share)) * 100)
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      {...(percent === null ? {} : { 'aria-valuenow': percent })}
      className={cn('h-1 w-full overflow-hidden rounded-sm bg-line', className)}
    >
      <div
        className={cn('h-full bg-accent transition-[width] duration-150', percent === null && 'w-1/3 animate-pulse')}
        style={percent === null ? undefined : { width: `${percent}%` }}
      />
    </div>
  )
}
