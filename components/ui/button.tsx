import { cva, type VariantProps } from 'class-variance-authority'
import { Slot } from 'radix-ui'
import type { ComponentProps } from 'react'
import { cn } from './class-names'

export const button = cva(
  'inline-flex shrink-0 items-center justify-center gap-1.5 whitespace-nowrap rounded-md border font-medium transition-colors duration-100 disabled:pointer-events-none disabled:opacity-50 aria-disabled:pointer-events-none aria-disabled:opacity-50 [&_svg]:size-4 [&_svg]:shrink-0',
  {
    variants: {
      variant: {
        primary:
          'border-transparent bg-accent text-on-accent hover:bg-[color-mix(in_oklch,var(--color-accent)_88%,var(--color-ink))]',
        secondary: 'border-field/60 bg-surface text-ink hover:bg-well',
        quiet: 'border-transparent bg-transparent text-dim hover:bg-well hover:text-ink',
        danger: 'border-reject/50 bg-surface text-reject hover:bg-reject-wash',
      },
      size: {
        sm: 'h-6 px-2 text-xs',
        md: 'h-7 px-2.5 text-sm',
        lg: 'h-9 px-4 text-sm',
      },
    },
    defaultVariants: { variant: 'secondary', size: 'md' },
  },
)

export type ButtonProps = ComponentProps<'button'> & VariantProps<typeof button> & { asChild?: boolean }

/** One primary button a page. `asChild` lends the look to a link. */
export function Button({ className, variant, size, asChild = false, type = 'button', ...props }: ButtonProps) {
  const look = cn(button({ variant, size }), className)
  if (asChild) return <Slot.Root className={look} {...props} />
  return <button type={type} className={look} {...props} />
}
