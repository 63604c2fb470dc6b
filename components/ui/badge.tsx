import { cva, type VariantProps } from 'class-variance-authority'
import type { ComponentProps } from 'react'
import { cn } from './class-names'

const badge = cva('inline-flex h-5 items-center gap-1 whitespace-nowrap rounded-sm px-1.5 text-xs [&_svg]:size-3', {
  variants: {
    tone: {
      neutral: 'bg-well text-dim',
      accent: 'bg-wash text-accent',
      match: 'bg-match-wash text-match',
      arguments: 'bg-arguments-wash text-arguments',
      extra: 'bg-extra-wash text-extra',
      missing: 'bg-missing-wash text-missing',
      reordered: 'bg-reordered-wash text-reordered',
      flag: 'bg-flag-wash text-flag',
      good: 'bg-accept-wash text-accept',
      warn: 'bg-fix-wash text-fix',
      bad: 'bg-reject-wash text-reject',
      disputed: 'bg-disputed-wash text-disputed',
    },
  },
  defaultVariants: { tone: 'neutral' },
})

export type BadgeTone = NonNullable<VariantProps<typeof badge>['tone']>

/** A word with a tone. The word carries the meaning; the tone only repeats it. */
export function Badge({ tone, className, ...props }: ComponentProps<'span'> & { tone?: BadgeTone }) {
  return <span className={cn(badge({ tone }), className)} {...props} />
}
