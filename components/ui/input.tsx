import type { ComponentProps } from 'react'
import { cn } from './class-names'
import { fieldLook } from './field'

export function Input({ className, ...props }: ComponentProps<'input'>) {
  return <input className={cn(fieldLook, 'h-7', className)} {...props} />
}
