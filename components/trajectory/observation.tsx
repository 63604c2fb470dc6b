'use client'

import { ChevronRight } from 'lucide-react'
import { useState, useTransition } from 'react'
import { cn } from '@/components/ui/class-names'
import { formattedJson } from './formatted-json'
import { sizeText } from './size-text'

const FOLDED_FROM = 240

const foldable = (text: string) => text.length > FOLDED_FROM || text.split('\n', 4).length > 3

const looks = { user: 'reading text-dim', environment: 'font-mono text-xs leading-5 text-dim' }

type ObservationProps = {
  text: string
  length: number
  kind: string | null
  /** Where the whole of it is, as plain text. */
  href: string
}

/**
 * What came back: quieter than what was done, folded to its first line and its size where it is long. What was not sent
 * with the page is loaded when it is unfolded.
 */
export function Observation(props: ObservationProps) {
  const { text, length, kind } = props
  const look = looks[kind === 'user' ? 'user' : 'environment']
  if (foldable(text) || [...text].length < length) return <FoldedObservation {...props} look={look} />
  return (
    <div className="flex gap-2">
      <span className="w-4 shrink-0 text-center text-faint text-xs leading-5">
        {kind === 'user' ? <span title="the user answers">“</span> : <span aria-hidden>↳</span>}
      </span>
      <div className={cn('verbatim min-w-0', look)}>{text}</div>
    </div>
  )
}

function FoldedObservation({ text, length, kind, href, look }: ObservationProps & { look: string }) {
  const [whole, setWhole] = useState([...text].length >= length ? text : null)
  const [problem, setProblem] = useState(false)
  const [loading, startLoading] = useTransition()
  const load = () =>
    startLoading(async () => {
      const loaded = await loadText(href)
      setProblem(loaded === null)
      if (loaded !== null) setWhole(loaded)
    })
  return (
    <details
      data-fold
      className="group"
      onToggle={(event) => event.currentTarget.open && whole === null && !loading && load()}
    >
      <summary className="flex min-h-6 list-none items-center gap-1 text-dim text-xs hover:text-ink">
        <ChevronRight
          aria-hidden
          className="size-4 shrink-0 text-faint transition-transform duration-100 group-open:rotate-90"
        />
        {kind === 'user' && <span className="text-faint">user: </span>}
        <bdi className="min-w-0 truncate font-mono group-open:hidden">
          {text.trimStart().split('\n', 1)[0]?.slice(0, 300)}
        </bdi>
        <span className="shrink-0 whitespace-nowrap text-faint tabular-nums">{sizeText(length)}</span>
      </summary>
      <WholeText text={whole ?? text} look={look} />
      {loading && <p className="pl-3 text-faint text-xs">Loading the rest…</p>}
      {problem && (
        <p className="pl-3 text-reject text-xs">The rest could not be loaded. Fold it and unfold it to try again.</p>
      )}
    </details>
  )
}

/** JSON is laid out in lines to be read; what was written is one click away. */
function WholeText({ text, look }: { text: string; look: string }) {
  const [asWritten, setAsWritten] = useState(false)
  const formatted = formattedJson(text)
  return (
    <div className="mt-1 border-l-2 pl-3">
      {formatted !== null && (
        <button type="button" onClick={() => setAsWritten(!asWritten)} className="link h-6 text-xs">
          {asWritten ? 'lay out as JSON' : 'as written'}
        </button>
      )}
      <div className={cn('verbatim max-h-[70vh] overflow-y-auto', look)}>
        {formatted === null || asWritten ? text : formatted}
      </div>
    </div>
  )
}

async function loadText(href: string): Promise<string | null> {
  const response = await fetch(href).catch(() => null)
  return response?.ok ? response.text() : null
}
