'use client'

import { type FormEvent, useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Notice } from '@/components/ui/notice'
import type { Result } from '@/lib/result'
import { NewPasswordField } from './new-password-field'

type Reason = 'invalid' | 'wrong-token' | 'not-needed' | 'not-open' | 'exists'

const sentences: Record<Reason, string> = {
  invalid: 'Something is missing or too long: a name, a full e-mail address, and a password of at least 10 characters.',
  'wrong-token':
    'This token is not the one in the terminal. Each start of Assay prints a new one; the newest one works.',
  'not-needed': 'There is an administrator already. Ask them for an invitation.',
  'not-open': 'This link was used, taken back, or is more than a week old. Ask an administrator for a new one.',
  exists: 'Somebody already has this e-mail address. Sign in with it, or use another one.',
}

type Given = { token: string; name: string; email: string; password: string }

/** Everything somebody fills in before their first sign-in. What is already known is not asked. */
export function JoinForm({
  token: givenToken = '',
  name: givenName = '',
  email: givenEmail = '',
  askToken = false,
  askEmail = false,
  askName = askEmail,
  submitText,
  join,
}: {
  token?: string | undefined
  name?: string
  email?: string
  askToken?: boolean
  askEmail?: boolean
  askName?: boolean
  submitText: string
  join: (given: Given) => Promise<Result<{ to: string }, Reason>>
}) {
  const [given, setGiven] = useState<Given>({ token: givenToken, name: givenName, email: givenEmail, password: '' })
  const [problem, setProblem] = useState<Reason>()
  const [waiting, start] = useTransition()
  const put = (key: keyof Given) => (event: { target: { value: string } }) =>
    setGiven((before) => ({ ...before, [key]: event.target.value }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    start(async () => {
      const joined = await join(given)
      if (joined.ok) window.location.assign(joined.value.to)
      else setProblem(joined.reason)
    })
  }

  return (
    <form className="flex flex-col gap-3" onSubmit={submit}>
      {problem !== undefined && <Notice tone="bad">{sentences[problem]}</Notice>}
      {askToken && (
        <Field id="token" label="Token">
          <Input
            id="token"
            required
            autoComplete="off"
            value={given.token}
            onChange={put('token')}
            className="font-mono"
          />
        </Field>
      )}
      {askName && (
        <Field id="name" label="Name" hint="As others see it beside your verdicts.">
          <Input
            id="name"
            required
            maxLength={100}
            autoComplete="name"
            aria-describedby="name-hint"
            value={given.name}
            onChange={put('name')}
          />
        </Field>
      )}
      {askEmail ? (
        <Field id="email" label="E-mail">
          <Input id="email" type="email" required autoComplete="username" value={given.email} onChange={put('email')} />
        </Field>
      ) : (
        // For password managers: they file the new password under this address.
        <input type="email" autoComplete="username" value={given.email} readOnly hidden />
      )}
      <NewPasswordField value={given.password} onChange={put('password')} />
      <Button type="submit" variant="primary" size="lg" disabled={waiting}>
        {submitText}
      </Button>
    </form>
  )
}
