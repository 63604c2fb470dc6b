'use client'

import { UserPlus } from 'lucide-react'
import { type FormEvent, useId, useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Notice } from '@/components/ui/notice'
import { Select } from '@/components/ui/select'
import type { Result } from '@/lib/result'
import { LinkDialog } from './link-dialog'

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
type Invited = Result<{ link: string; email: string }, keyof typeof sentences>

const blank: Given = { name: '', email: '', role: 'annotator' }

export function InviteDialog({ invite }: { invite: (given: Given) => Promise<Invited> }) {
  const form = useId()
  const [open, setOpen] = useState(false)
  const [given, setGiven] = useState(blank)
  const [problem, setProblem] = useState<keyof typeof sentences>()
  const [link, setLink] = useState<{ link: string; email: string } | null>(null)
  const [waiting, start] = useTransition()
  const put = (key: keyof Given) => (event: { target: { value: string } }) =>
    setGiven((before) => ({ ...before, [key]: event.target.value }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    start(async () => {
      const invited = await invite(given)
      if (!invited.ok) return setProblem(invited.reason)
      setOpen(false)
      setGiven(blank)
      setProblem(undefined)
      setLink(invited.value)
    })
  }

  return (
    <>
      <Dialog
        title="Invite somebody"
        description="You get a link to send to them. They choose their own password."
        width="sm"
        open={open}
        onOpenChange={setOpen}
        trigger={
          <Button variant="primary">
            <UserPlus aria-hidden /> Invite
          </Button>
        }
        footer={
          <Button type="submit" form={form} variant="primary" disabled={waiting}>
            Make the link
          </Button>
        }
      >
        <form id={form} className="flex flex-col gap-3" onSubmit={submit}>
          {problem !== undefined && <Notice tone="bad">{sentences[problem]}</Notice>}
          <Field id="invite-name" label="Name">
            <Input id="invite-name" required maxLength={100} value={given.name} onChange={put('name')} />
          </Field>
          <Field id="invite-email" label="E-mail">
            <Input id="invite-email" type="email" required value={given.email} onChange={put('email')} />
          </Field>
          <Field id="invite-role" label="Role">
            <Select id="invite-role" value={given.role} onChange={put('role')}>
              {Object.entries(roles).map(([value, words]) => (
                <option key={value} value={value}>
                  {words}
                </option>
              ))}
            </Select>
          </Field>
        </form>
      </Dialog>
      <LinkDialog title="The invitation" written={link} onClose={() => setLink(null)} />
    </>
  )
}
