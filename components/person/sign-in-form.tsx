'use client'

import { type FormEvent, useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Notice } from '@/components/ui/notice'
import type { Result } from '@/lib/result'

type Entrance = Result<{ to: string }, 'no-entry' | 'too-many' | 'unreachable'>

const sentences: Record<string, string> = {
  'no-entry':
    'This e-mail address and password do not open an account. After ten wrong tries an account rests for 15 minutes.',
  'too-many': 'Too many tries from this address. Wait ten seconds and try again.',
  unreachable: 'The identity provider does not answer. Sign in with a password, or try again in a minute.',
  not_invited:
    'You are known to the provider, but nobody has invited you here. Ask an administrator for an invitation.',
  email_not_verified: 'The provider has not verified your e-mail address, so it opens no account here.',
  account_not_linked: 'The provider has not verified your e-mail address, so it opens no account here.',
  email_is_missing: 'The provider does not tell your e-mail address, so no account can be found.',
  disabled: 'Your account is disabled. An administrator can enable it.',
  access_denied: 'You declined at the provider, or it declined you.',
}

const sentenceFor = (reason: string) =>
  sentences[reason] ?? 'The sign-in was not completed. Start again; if it happens again, tell an administrator.'

export function SignInForm({
  next,
  problem: first,
  provider,
  signIn,
  signInThroughProvider,
}: {
  next: string
  problem: string | undefined
  provider: string | null
  signIn: (input: { email: string; password: string; next: string }) => Promise<Entrance>
  signInThroughProvider: (next: string) => Promise<Entrance>
}) {
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [problem, setProblem] = useState(first)
  const [waiting, start] = useTransition()

  const enter = (ask: () => Promise<Entrance>) =>
    start(async () => {
      const answer = await ask()
      // Loaded afresh, so that nothing of an earlier person is left in the browser's memory.
      if (answer.ok) window.location.assign(answer.value.to)
      else setProblem(answer.reason)
    })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    enter(() => signIn({ email, password, next }))
  }

  return (
    <>
      {problem !== undefined && <Notice tone="bad">{sentenceFor(problem)}</Notice>}
      <form className="flex flex-col gap-3" onSubmit={submit}>
        <Field id="email" label="E-mail">
          <Input
            id="email"
            type="email"
            autoComplete="username"
            required
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
        </Field>
        <Field id="password" label="Password">
          <Input
            id="password"
            type="password"
            autoComplete="current-password"
            required
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </Field>
        <Button type="submit" variant="primary" size="lg" disabled={waiting}>
          {waiting ? 'Signing in…' : 'Sign in'}
        </Button>
      </form>
      {provider !== null && (
        <Button size="lg" disabled={waiting} onClick={() => enter(() => signInThroughProvider(next))}>
          Sign in with {provider}
        </Button>
      )}
    </>
  )
}
