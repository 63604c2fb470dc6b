'use client'

import { UserPlus } from 'lucide-react'
import { useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { InviteForm, type InviteFormProps, type Written } from './invite-form'
import { LinkDialog } from './link-dialog'

/** The button that opens the form, and the link that comes of it. */
export function InviteDialog({ invite }: Pick<InviteFormProps, 'invite'>) {
  const form = useId()
  const [open, setOpen] = useState(false)
  const [waiting, setWaiting] = useState(false)
  const [link, setLink] = useState<Written | null>(null)
  const show = (written: Written) => {
    setOpen(false)
    setLink(written)
  }
  const trigger = (
    <Button variant="primary">
      <UserPlus aria-hidden /> Invite
    </Button>
  )
  const footer = (
    <Button type="submit" form={form} variant="primary" disabled={waiting}>
      Make the link
    </Button>
  )
  return (
    <>
      <Dialog
        title="Invite somebody"
        description="You get a link to send to them. They choose their own password."
        width="sm"
        open={open}
        onOpenChange={setOpen}
        trigger={trigger}
        footer={footer}
      >
        <InviteForm id={form} invite={invite} onWaiting={setWaiting} onWritten={show} />
      </Dialog>
      <LinkDialog title="The invitation" written={link} onClose={() => setLink(null)} />
    </>
  )
}
