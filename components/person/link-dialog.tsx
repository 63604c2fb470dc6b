'use client'

import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { Dialog, DialogClose } from '@/components/ui/dialog'
import { Input } from '@/components/ui/input'

/** A link that the store cannot show again. */
export function LinkDialog({
  title,
  written,
  onClose,
}: {
  title: string
  written: { link: string; email: string } | null
  onClose: () => void
}) {
  return (
    <Dialog
      title={title}
      description="It is shown once, works once, and lasts a week."
      open={written !== null}
      onOpenChange={(open) => !open && onClose()}
      footer={
        <DialogClose>
          <Button variant="primary">Done</Button>
        </DialogClose>
      }
    >
      {written !== null && (
        <div className="space-y-2">
          <p>
            Send it to <strong className="font-semibold">{written.email}</strong>. Whoever opens it chooses the
            password.
          </p>
          <div className="flex items-center gap-1">
            <Input
              readOnly
              autoFocus
              aria-label="Link"
              className="font-mono text-xs"
              value={written.link}
              onFocus={(event) => event.target.select()}
            />
            <CopyButton text={written.link} label="Copy the link" />
          </div>
        </div>
      )}
    </Dialog>
  )
}
