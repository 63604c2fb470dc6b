'use client'

import { type FormEvent, useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { Result } from '@/lib/result'
import { signInSentence } from './sign-in-sentences'
import { TextField } from './text-field'

type Entrance = Result<{ to: string }, 'no-entry' | 'too-many' | 'unreachable'>

type Props = {
  next: string
  problem: string | undefined
  provider: string | null
  signIn: (input: { email: string; password: string; next: string }) => Promise<Entrance>
  signInThroughProvider: (next: string) => Promise<Entrance>
}

export function SignInForm({ next, problem: first, provider, signIn, signInThroughProvider }: Props) {
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
      {problem !== undefined && <Notice tone="bad">{signInSentence(problem)}</Notice>}
      <form className="flex flex-col gap-3" onSubmit={submit}>
        <TextField
          id="email"
          label="E-mail"
          type="email"
          autoComplete="username"
          required
          value={email}
          onText={setEmail}
        />
        <TextField
          id="password"
          label="Password"
          type="password"
          autoComplete="current-password"
          required
          value={password}
          onText={setPassword}
        />
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
