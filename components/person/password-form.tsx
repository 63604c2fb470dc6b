'use client'

import { type FormEvent, useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { Result } from '@/lib/result'
import { NewPasswordField } from './new-password-field'
import { TextField } from './text-field'

const sentences = {
  invalid: 'The new password needs 10 to 128 characters.',
  'no-password': 'You sign in through the identity provider and have no password here.',
  wrong: 'The current password is not right. Nothing was changed.',
  locked: 'After ten wrong tries the account rests for 15 minutes. Nothing was changed.',
  changed: 'The password was changed elsewhere a moment ago. Sign in with the new one.',
}

type Change = (given: { current: string; password: string }) => Promise<Result<null, keyof typeof sentences>>

export function PasswordForm({ email, change }: { email: string; change: Change }) {
  const [current, setCurrent] = useState('')
  const [password, setPassword] = useState('')
  const [answer, setAnswer] = useState<keyof typeof sentences | 'done'>()
  const [waiting, start] = useTransition()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    start(async () => {
      const changed = await change({ current, password })
      setAnswer(changed.ok ? 'done' : changed.reason)
      if (!changed.ok) return
      setCurrent('')
      setPassword('')
    })
  }
  return (
    <form className="flex max-w-sm flex-col gap-3" onSubmit={submit}>
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      <TextField
        id="current-password"
        label="Current password"
        type="password"
        required
        autoComplete="current-password"
        value={current}
        onText={setCurrent}
      />
      <NewPasswordField label="New password" value={password} onText={setPassword} />
      {answer === 'done' && <Notice tone="good">Changed. You are signed out everywhere else.</Notice>}
      {answer !== undefined && answer !== 'done' && <Notice tone="bad">{sentences[answer]}</Notice>}
      <Button type="submit" className="self-start" disabled={waiting}>
        Change the password
      </Button>
    </form>
  )
}
