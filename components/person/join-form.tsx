'use client'

import { type FormEvent, useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { Result } from '@/lib/result'
import { NewPasswordField } from './new-password-field'
import { TextField } from './text-field'

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

type Props = {
  /** What is known already. */
  known: Partial<Given>
  /** What is asked beside the password. */
  ask: readonly ('token' | 'name' | 'email')[]
  submitText: string
  join: (given: Given) => Promise<Result<{ to: string }, Reason>>
}

const blank: Given = { token: '', name: '', email: '', password: '' }

/** Everything somebody fills in before their first sign-in, or to choose a new password. */
export function JoinForm({ known, ask, submitText, join }: Props) {
  const [given, setGiven] = useState<Given>({ ...blank, ...known })
  const [problem, setProblem] = useState<Reason>()
  const [waiting, start] = useTransition()
  const put = (key: keyof Given) => (text: string) => setGiven((before) => ({ ...before, [key]: text }))
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
      {ask.includes('token') && (
        <TextField id="token" label="Token" required autoComplete="off" value={given.token} onText={put('token')} />
      )}
      {ask.includes('name') && <NameField value={given.name} onText={put('name')} />}
      <EmailField asked={ask.includes('email')} value={given.email} onText={put('email')} />
      <NewPasswordField value={given.password} onText={put('password')} />
      <Button type="submit" variant="primary" size="lg" disabled={waiting}>
        {submitText}
      </Button>
    </form>
  )
}

type Text = { value: string; onText: (text: string) => void }

function NameField(text: Text) {
  const hint = 'As others see it beside your verdicts.'
  return <TextField id="name" label="Name" hint={hint} required maxLength={100} autoComplete="name" {...text} />
}

function EmailField({ asked, ...text }: Text & { asked: boolean }) {
  if (asked) return <TextField id="email" label="E-mail" type="email" required autoComplete="username" {...text} />
  // For password managers: they file the new password under this address.
  return <input type="email" autoComplete="username" value={text.value} readOnly hidden />
}
