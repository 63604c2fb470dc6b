'use client'

import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { cn } from './class-names'
import { IconButton } from './icon-button'

/** Puts the text on the clipboard, and says so. Where the browser forbids it (plain http), says that. */
export function CopyButton({ text, label = 'Copy', className }: { text: string; label?: string; className?: string }) {
  const [state, setState] = useState<'ready' | 'copied' | 'refused'>('ready')
  const copy = async () => {
    const copied = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    )
    setState(copied ? 'copied' : 'refused')
    setTimeout(() => setState('ready'), 2000)
  }
  const says = { ready: label, copied: 'Copied', refused: 'The browser does not allow copying here' }[state]
  return (
    <IconButton label={says} size="sm" className={cn('w-6', className)} onClick={copy}>
      {state === 'copied' ? <Check aria-hidden /> : <Copy aria-hidden />}
      <span role="status" className="sr-only">
        {state === 'ready' ? '' : says}
      </span>
    </IconButton>
  )
}
