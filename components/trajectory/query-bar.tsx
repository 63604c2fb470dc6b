'use client'

import { Search, X } from 'lucide-react'
import { debounce, parseAsString, useQueryStates } from 'nuqs'
import { type KeyboardEvent, useEffect, useRef, useState, useTransition } from 'react'
import { useHotkeys } from 'react-hotkeys-hook'
import { cn } from '@/components/ui/class-names'
import { fieldLook } from '@/components/ui/field'
import { IconButton } from '@/components/ui/icon-button'
import { accept, complete, type KnownValues, type Offer } from '@/lib/core/search/complete'
import type { QueryProblem } from '@/lib/core/search/query'
import { OFFERS_ID, QueryOffers } from './query-offers'

/**
 * The query, as typed, with what may be written next. The address follows a moment after the last key, the list follows
 * the address. What cannot be understood is said under it, with the words marked; nothing is searched until it can.
 */
export function QueryBar({ problems, known }: { problems: readonly QueryProblem[]; known: KnownValues }) {
  const [loading, startTransition] = useTransition()
  const [{ q }, setState] = useQueryStates(
    { q: parseAsString.withDefault(''), at: parseAsString },
    { shallow: false, startTransition, history: 'replace' },
  )
  const field = useRef<HTMLInputElement>(null)
  const [caret, setCaret] = useState<number | null>(null)
  const [chosen, setChosen] = useState(-1)
  const caretToSet = useRef<number | null>(null)
  const completion = caret === null ? null : complete(q, caret, known)
  const offers = completion?.offers ?? []
  useHotkeys('f', () => field.current?.focus(), { preventDefault: true })
  useEffect(() => {
    if (caretToSet.current === null) return
    field.current?.setSelectionRange(caretToSet.current, caretToSet.current)
    caretToSet.current = null
  })

  const type = (text: string, at: number | null) => {
    setCaret(at)
    setChosen(-1)
    void setState({ q: text === '' ? null : text, at: null }, text === '' ? {} : { limitUrlUpdates: debounce(250) })
  }
  const take = (offer: Offer) => {
    if (completion === null) return
    const taken = accept(q, completion, offer)
    caretToSet.current = taken.caret
    type(taken.text, taken.caret)
  }
  const press = (event: KeyboardEvent) => {
    const offer = offers[chosen]
    if (event.key === 'Escape') setCaret(null)
    else if (event.key === 'ArrowDown' && offers.length > 0) setChosen((chosen + 1) % offers.length)
    else if (event.key === 'ArrowUp' && offers.length > 0)
      setChosen((chosen + offers.length) % (offers.length + 1) || -1)
    else if ((event.key === 'Enter' || event.key === 'Tab') && offer) take(offer)
    else return
    event.preventDefault()
  }

  return (
    <search className="block min-w-0 flex-1">
      <div className="relative">
        <Search aria-hidden className="absolute top-2 left-2 size-4 text-faint" />
        <input
          ref={field}
          type="text"
          role="combobox"
          spellCheck={false}
          autoComplete="off"
          value={q}
          onChange={(event) => type(event.target.value, event.target.selectionStart)}
          onKeyDown={press}
          onClick={(event) => setCaret(event.currentTarget.selectionStart)}
          onBlur={() => setCaret(null)}
          aria-label="Search trajectories"
          aria-expanded={offers.length > 0}
          aria-controls={OFFERS_ID}
          aria-autocomplete="list"
          aria-activedescendant={chosen === -1 ? undefined : `${OFFERS_ID}-${chosen}`}
          aria-invalid={problems.length > 0}
          aria-describedby="query-problems"
          placeholder='task:webshop reward:>=0.7 "non slip" -outcome:accepted'
          className={cn(fieldLook, 'h-8 pr-8 pl-8 font-mono text-xs')}
        />
        {q !== '' && (
          <IconButton
            label="Clear the query"
            size="sm"
            className="absolute top-1 right-1 w-6"
            onClick={() => type('', null)}
          >
            <X aria-hidden />
          </IconButton>
        )}
        {loading && <span aria-hidden className="absolute inset-x-2 -bottom-px h-px animate-pulse bg-accent" />}
        {offers.length > 0 && <QueryOffers offers={offers} chosen={chosen} take={take} />}
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
