import type { ComponentProps, ReactNode } from 'react'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'

/** One line to fill in, with its label and what there is to say about it. */
export function TextField({
  id,
  label,
  hint,
  onText,
  ...props
}: Omit<ComponentProps<'input'>, 'onChange'> & {
  id: string
  label: string
  hint?: ReactNode
  onText: (text: string) => void
}) {
  return (
    <Field id={id} label={label} hint={hint}>
      <Input
        id={id}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={(event) => onText(event.target.value)}
        {...props}
      />
    </Field>
  )
}
