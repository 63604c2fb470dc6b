'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'

/** A password that is being chosen: long rather than odd, and it can be looked at. */
export function NewPasswordField({
  value,
  onText,
  label = 'Password',
}: {
  value: string
  onText: (text: string) => void
  label?: string
}) {
  const [shown, setShown] = useState(false)
  return (
    <Field id="new-password" label={label} hint="At least 10 characters. Four unrelated words make a good one.">
      <span className="flex gap-2">
        <Input
          id="new-password"
          type={shown ? 'text' : 'password'}
          required
          minLength={10}
          maxLength={128}
          autoComplete="new-password"
          aria-describedby="new-password-hint"
          value={value}
          onChange={(event) => onText(event.target.value)}
        />
        <Button aria-pressed={shown} onClick={() => setShown(!shown)}>
          {shown ? 'Hide' : 'Show'}
        </Button>
      </span>
    </Field>
  )
}
