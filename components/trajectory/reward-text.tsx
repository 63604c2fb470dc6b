import { cn } from '@/components/ui/class-names'

/** Two decimals at most, one at least: 1.0, 0.67. */
export function rewardText(value: number | null): string {
  if (value === null) return '–'
  const rounded = Math.round(value * 100) / 100
  return Number.isInteger(rounded) ? rounded.toFixed(1) : String(rounded)
}

/** The reward; strong where it reaches the task's threshold. The exact value is on hover. */
export function RewardText({ value, threshold }: { value: number | null; threshold: number }) {
  const reached = value !== null && value >= threshold
  return (
    <span
      title={value === null ? 'no reward is recorded' : `${value}${reached ? ', reaches' : ', below'} ${threshold}`}
      className={cn('tabular-nums', reached ? 'font-medium text-ink' : 'text-faint')}
    >
      {rewardText(value)}
    </span>
  )
}
