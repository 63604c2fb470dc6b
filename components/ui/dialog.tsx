'use client'

import { X } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { Button } from './button'
import { cn } from './class-names'

const widths = { sm: 'max-w-sm', md: 'max-w-lg', lg: 'max-w-3xl', xl: 'max-w-6xl' }

/** A question or a closer look over the page. `trigger` opens it; or control it with open and onOpenChange. */
export function Dialog({
  title,
  description,
  trigger,
  width = 'md',
  open,
  onOpenChange,
  footer,
  className,
  children,
}: {
  title: ReactNode
  description?: ReactNode
  trigger?: ReactNode
  width?: keyof typeof widths
  open?: boolean
  onOpenChange?: (open: boolean) => void
  footer?: ReactNode
  className?: string
  children?: ReactNode
}) {
  return (
    <Radix.Root {...(open === undefined ? {} : { open })} {...(onOpenChange ? { onOpenChange } : {})}>
      {trigger !== undefined && <Radix.Trigger asChild>{trigger}</Radix.Trigger>}
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-[oklch(0.2_0_0/0.35)]" />
        <Radix.Content
          {...(description === undefined ? { 'aria-describedby': undefined } : {})}
          className={cn(
            'fixed inset-x-2 top-[8vh] z-50 mx-auto flex max-h-[84vh] animate-rise flex-col rounded-md bg-surface shadow-float',
            widths[width],
          )}
        >
          <header className="flex items-start gap-3 border-b px-4 py-2.5">
            <div className="min-w-0 flex-1">
              <Radix.Title className="font-semibold text-base">{title}</Radix.Title>
              {description !== undefined && <Radix.Description className="text-dim">{description}</Radix.Description>}
            </div>
            <Radix.Close asChild>
              <Button variant="quiet" aria-label="Close" className="-mr-2 w-7 px-0">
                <X aria-hidden />
              </Button>
            </Radix.Close>
          </header>
          <div className={cn('min-h-0 flex-1 overflow-y-auto px-4 py-3', className)}>{children}</div>
          {footer !== undefined && <footer className="flex justify-end gap-2 border-t px-4 py-2.5">{footer}</footer>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

/** Around a button that ends the dialog. */
export function DialogClose({ children }: { children: ReactNode }) {
  return <Radix.Close asChild>{children}</Radix.Close>
}
