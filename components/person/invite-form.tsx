'use client'

import { type FormEvent, useState } from 'react'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { Select } from '@/components/ui/select'
import type { Result } from '@/lib/result'
import { TextField } from './text-field'

const sentences = {
  invalid: 'A name and a full e-mail address are needed.',
  exists: 'Somebody already has this e-mail address. Find them in the table.',
  changed: 'It was changed a moment ago. Try again.',
}

const roles = {
  annotator: 'annotator: judges what is in their queue',
  lead: 'lead: sees who agrees, approves what goes out',
  researcher: 'researcher: imports, measures, builds',
  admin: 'admin: all of it, and people',
}

type Given = { name: string; email: string; role: string }
export type Written = { link: string; email: string }

export type InviteFormProps = {
  id: string
  invite: (given: Given) => Promise<Result<Written, keyof typeof sentences>>
  onWaiting: (waiting: boolean) => void
  onWritten: (written: Written) => void
}

export function InviteForm({ id, invite, onWaiting, onWritten }: InviteFormProps) {
  const [given, setGiven] = useState<Given>({ name: '', email: '', role: 'annotator' })
  const [problem, setProblem] = useState<keyof typeof sentences>()
  const put = (key: keyof Given) => (text: string) => setGiven((before) => ({ ...before, [key]: text }))
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    onWaiting(true)
    const invited = await invite(given).finally(() => onWaiting(false))
    if (invited.ok) onWritten(invited.value)
    else setProblem(invited.reason)
  }
  return (
    <form id={id} className="flex flex-col gap-3" onSubmit={submit}>
      {problem !== undefined && <Notice tone="bad">{sentences[problem]}</Notice>}
      <TextField id={`${id}-name`} label="Name" required maxLength={100} value={given.name} onText={put('name')} />
      <TextField id={`${id}-email`} label="E-mail" type="email" required value={given.email} onText={put('email')} />
      <Field id={`${id}-role`} label="Role">
        <Select id={`${id}-role`} value={given.role} onChange={(event) => put('role')(event.target.value)}>
          {Object.entries(roles).map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </Select>
      </Field>
    </form>
  )
}
