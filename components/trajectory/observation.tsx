'use client'

import { ChevronRight } from 'lucide-react'
import { useState, useTransition } from 'react'
import { cn } from '@/components/ui/class-names'
import { sizeText } from './size-text'

const FOLDED_FROM = 240

const foldable = (text: string) => text.length > FOLDED_FROM || text.split('\n', 4).length > 3

/**
 * What came back: quieter than what was done, folded to its first line and its size where it is long. What was not sent
 * with the page is loaded when it is unfolded.
 */
export function Observation({
  text,
  length,
  kind,
  href,
}: {
  text: string
  length: number
  kind: string | null
  /** Where the whole of it is, as plain text. */
  href: string
}) {
  const [whole, setWhole] = useState<string | null>(null)
  const [problem, setProblem] = useState(false)
  const [loading, startLoading] = useTransition()
  const complete = [...text].length >= length
  const unfold = () => {
    if (complete || whole !== null || loading) return
    startLoading(async () => {
      const loaded = await loadText(href)
      setProblem(loaded === null)
      setWhole(loaded)
    })
  }
  const look = kind === 'user' ? 'reading text-dim' : 'font-mono text-xs leading-5 text-dim'
  if (!foldable(text) && complete)
    return (
      <div className="flex gap-2">
        <Who kind={kind} />
        <div className={cn('verbatim min-w-0', look)}>{text}</div>
      </div>
    )
  const firstLine = text.trimStart().split('\n', 1)[0] ?? ''
  return (
    <details data-fold className="group" onToggle={(event) => event.currentTarget.open && unfold()}>
      <summary className="flex min-h-6 list-none items-center gap-1 text-dim text-xs hover:text-ink">
        <ChevronRight
          aria-hidden
          className="size-4 shrink-0 text-faint transition-transform duration-100 group-open:rotate-90"
        />
        {kind === 'user' && <span className="text-faint">user: </span>}
        <bdi className="min-w-0 truncate font-mono group-open:hidden">{firstLine.slice(0, 300)}</bdi>
        <span className="shrink-0 whitespace-nowrap text-faint tabular-nums">{sizeText(length)}</span>
      </summary>
      <div className={cn('verbatim mt-1 max-h-[70vh] overflow-y-auto border-l-2 pl-3', look)}>{whole ?? text}</div>
      {loading && <p className="pl-3 text-faint text-xs">loading the rest…</p>}
      {problem && (
        <p className="pl-3 text-reject text-xs">The rest could not be loaded. Fold it and unfold it to try again.</p>
      )}
    </details>
  )
}

async function loadText(href: string): Promise<string | null> {
  const response = await fetch(href).catch(() => null)
  return response?.ok ? response.text() : null
}

function Who({ kind }: { kind: string | null }) {
  return (
    <span className="w-4 shrink-0 text-center text-faint text-xs leading-5">
      {kind === 'user' ? <span title="the user answers">“</span> : <span aria-hidden>↳</span>}
    </span>
  )
}
