'use client'

import { type FormEvent, useState, useTransition } from 'react'
import { toast } from 'sonner'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Dialog, DialogClose } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import type { KeepResult } from '@/lib/core/view/view'

/** Asks for the name under which the list on screen is kept. What was typed survives a refusal. */
export function KeepView({
  open,
  onOpenChange,
  list,
  mayShare,
  keep,
}: {
  open: boolean
  onOpenChange: (open: boolean) => void
  list: { query: string; sort: string }
  mayShare: boolean
  keep: (input: unknown) => Promise<KeepResult>
}) {
  const [name, setName] = useState('')
  const [shared, setShared] = useState(false)
  const [problem, setProblem] = useState<string>()
  const [pending, startTransition] = useTransition()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    startTransition(async () => {
      const result = await keep({ name, shared, ...list })
      if (!result.ok) return setProblem(sentence(result))
      toast(`Kept as “${name.trim()}”.`)
      setName('')
      setProblem(undefined)
      onOpenChange(false)
    })
  }
  return (
    <Dialog
      title="Keep this list"
      description="Its query and its order, under a name."
      width="sm"
      open={open}
      onOpenChange={onOpenChange}
      footer={
        <>
          <DialogClose>
            <Button>Cancel</Button>
          </DialogClose>
          <Button variant="primary" type="submit" form="keep-view" disabled={pending}>
            Keep
          </Button>
        </>
      }
    >
      <form id="keep-view" onSubmit={submit} className="space-y-3">
        <code className="block truncate text-dim text-xs">{list.query === '' ? 'every trajectory' : list.query}</code>
        <Field id="view-name" label="Name" {...(problem === undefined ? {} : { problem })}>
          <Input
            id="view-name"
            value={name}
            onChange={(event) => setName(event.target.value)}
            aria-invalid={problem !== undefined}
            aria-describedby="view-name-hint"
            autoComplete="off"
          />
        </Field>
        {mayShare && (
          <Checkbox checked={shared} onChange={(event) => setShared(event.target.checked)}>
            Show it to everybody
          </Checkbox>
        )}
      </form>
    </Dialog>
  )
}

function sentence(result: Exclude<KeepResult, { ok: true }>): string {
  if (result.reason === 'invalid') return result.message
  if (result.reason === 'name-taken') return 'A view of yours bears this name. Choose another.'
  if (result.reason === 'forbidden') return 'Your role may not share views.'
  return 'The query has a part that is not understood. Mend it first.'
}
