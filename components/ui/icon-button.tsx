'use client'

import type { ReactNode } from 'react'
import { Button, type ButtonProps } from './button'
import { cn } from './class-names'
import { Tooltip } from './tooltip'

/** A button that is only a picture: its label is its name and its tooltip. */
export function IconButton({
  label,
  keys,
  className,
  children,
  ...props
}: ButtonProps & { label: string; keys?: string; children: ReactNode }) {
  return (
    <Tooltip content={label} keys={keys}>
      <Button variant="quiet" aria-label={label} className={cn('w-7 px-0', className)} {...props}>
        {children}
      </Button>
    </Tooltip>
  )
}
