import type { ComponentProps } from 'react'
import { cn } from './class-names'
import { fieldLook } from './field'

/** Grows with what is typed. Control it (value, onChange): React clears uncontrolled fields when an action settles. */
export function Textarea({ className, ...props }: ComponentProps<'textarea'>) {
  return <textarea className={cn(fieldLook, 'field-sizing-content min-h-16 resize-none py-1', className)} {...props} />
}
