'use client'

import { Search, X } from 'lucide-react'
import { debounce, parseAsString, useQueryStates } from 'nuqs'
import { useRef, useTransition } from 'react'
import { useHotkeys } from 'react-hotkeys-hook'
import { cn } from '@/components/ui/class-names'
import { fieldLook } from '@/components/ui/field'
import { IconButton } from '@/components/ui/icon-button'
import type { QueryProblem } from '@/lib/core/search/query'

/**
 * The query, as typed. The address follows a moment after the last key, the list follows the address. What cannot be
 * understood is said under it, with the words marked; nothing is searched until it can.
 */
export function QueryBar({ problems }: { problems: readonly QueryProblem[] }) {
  const [loading, startTransition] = useTransition()
  const [{ q }, setState] = useQueryStates(
    { q: parseAsString.withDefault(''), at: parseAsString },
    { shallow: false, startTransition, history: 'replace' },
  )
  const field = useRef<HTMLInputElement>(null)
  useHotkeys('f', () => field.current?.focus(), { preventDefault: true })
  const type = (text: string) =>
    void setState({ q: text === '' ? null : text, at: null }, text === '' ? {} : { limitUrlUpdates: debounce(250) })
  return (
    <search className="block min-w-0 flex-1">
      <div className="relative">
        <Search aria-hidden className="absolute top-2 left-2 size-4 text-faint" />
        <input
          ref={field}
          type="text"
          spellCheck={false}
          autoComplete="off"
          value={q}
          onChange={(event) => type(event.target.value)}
          aria-label="Search trajectories"
          aria-invalid={problems.length > 0}
          aria-describedby="query-problems"
          placeholder='task:webshop reward:>=0.7 "non slip" -outcome:accepted'
          className={cn(fieldLook, 'h-8 pr-8 pl-8 font-mono text-xs')}
        />
        {q !== '' && (
          <IconButton label="Clear the query" size="sm" className="absolute top-1 right-1 w-6" onClick={() => type('')}>
            <X aria-hidden />
          </IconButton>
        )}
        {loading && <span aria-hidden className="absolute inset-x-2 -bottom-px h-px animate-pulse bg-accent" />}
      </div>
      <ul id="query-problems" aria-live="polite" className="text-reject text-xs">
        {problems.map(({ start, end, message }) => (
          <li key={`${start} ${message}`} className="pt-1">
            <code className="rounded-sm bg-reject-wash px-1">{q.slice(start, end)}</code> {message}
          </li>
        ))}
      </ul>
    </search>
  )
}
