'use client'

import { FileJson } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { CodeBlock } from '@/components/ui/code-block'
import { Dialog } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import { sizeText } from './size-text'

/** As much of a record as is drawn; the rest is a click away. */
const SHOWN = 200_000

/** The record as it was imported, byte for byte: loaded when it is asked for, shown as text. */
export function RawRecord({ href, place }: { href: string; place: string }) {
  const [text, setText] = useState<string | null>(null)
  const [problem, setProblem] = useState(false)
  const load = async (open: boolean) => {
    if (!open || text !== null) return
    const response = await fetch(href).catch(() => null)
    setProblem(!response?.ok)
    if (response?.ok) setText(await response.text())
  }
  return (
    <Dialog
      title="Raw record"
      description={place}
      width="xl"
      onOpenChange={load}
      trigger={
        <Button variant="quiet">
          <FileJson aria-hidden /> Raw
        </Button>
      }
      footer={
        <Button asChild>
          <a href={href} target="_blank" rel="noreferrer">
            Open by itself
          </a>
        </Button>
      }
    >
      {problem && (
        <Notice tone="bad" title="The record could not be loaded">
          Close this and open it again.
        </Notice>
      )}
      {text === null && !problem && <p className="text-dim">Loading…</p>}
      {text !== null && (
        <>
          {text.length > SHOWN && (
            <Notice className="mb-2">
              The first {sizeText(SHOWN)} of {sizeText(text.length)}. Open it by itself for all of it.
            </Notice>
          )}
          <CodeBlock text={text.slice(0, SHOWN)} label="raw record" />
        </>
      )}
    </Dialog>
  )
}
