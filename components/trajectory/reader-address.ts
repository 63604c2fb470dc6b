import type { Route } from 'next'
import { defaultMode, type Mode, modes } from '@/lib/core/gold/modes'
import { parseSort } from '@/lib/core/trajectory/sort'
import type { StripCell } from '@/lib/core/trajectory/strip'
import { firstOf } from '@/lib/search-params'
import { type ListState, listQuery } from './list-address'

/** How many steps a page of the reader holds. */
export const STEPS_SHOWN = 200

export const readerViews = ['beside', 'unified'] as const
/** Gold in a column of its own, or inside each step. */
export type ReaderView = (typeof readerViews)[number]

/** What the reader's address says beside the trajectory: the list one came from, the mode, the gold, the view, the part. */
export type ReaderState = { list: ListState; mode: Mode; gold: number; view: ReaderView; from: number }

/** The first step of the part of the episode that holds a step. */
export const partOf = (step: number): number => Math.floor((step - 1) / STEPS_SHOWN) * STEPS_SHOWN + 1

/** A 1-based number; anything else is the first. */
function ordinal(text: string | undefined): number {
  const number = Number(text)
  return Number.isSafeInteger(number) && number >= 1 ? number : 1
}

export function readReaderState(given: Record<string, string | string[] | undefined>): ReaderState {
  return {
    list: { q: firstOf(given.q) ?? '', sort: parseSort(firstOf(given.sort)), at: null },
    mode: modes.find((mode) => mode === firstOf(given.mode)) ?? defaultMode,
    gold: ordinal(firstOf(given.gold)),
    view: firstOf(given.view) === 'unified' ? 'unified' : 'beside',
    from: partOf(ordinal(firstOf(given.from))),
  }
}

/** The address of a trajectory in the reader. Which page of the list one came from is left out: query and order are the list. */
export function readerHref(id: string, { list, mode, gold, view, from }: ReaderState): Route {
  const query = new URLSearchParams({
    ...listQuery({ ...list, at: null }),
    ...(mode === defaultMode ? {} : { mode }),
    ...(gold === 1 ? {} : { gold: String(gold) }),
    ...(view === 'beside' ? {} : { view }),
    ...(from === 1 ? {} : { from: String(from) }),
  }).toString()
  return `/trajectories/${id}${query === '' ? '' : `?${query}`}` as Route
}

/** The same trajectory in each mode, and in each of its parts where that is asked for. */
export const modeHrefs = (id: string, state: ReaderState): Record<Mode, Route> => ({
  exact: readerHref(id, { ...state, mode: 'exact' }),
  'in-order': readerHref(id, { ...state, mode: 'in-order' }),
  'any-order': readerHref(id, { ...state, mode: 'any-order' }),
  'state-changing': readerHref(id, { ...state, mode: 'state-changing' }),
})

/** Where each cell of the map leads: its step, on this page or on the part that holds it. */
export function cellHrefs(id: string, state: ReaderState, cells: readonly StripCell[]): string[] {
  let missing = 0
  return cells.map((cell, at) => {
    if (cell.step === null) missing += 1
    const step = cell.step ?? cells.slice(at).find((one) => one.step !== null)?.step ?? null
    if (step === null) return missing > 0 ? '#last-line' : '#content'
    const from = partOf(step)
    return from === state.from ? `#step-${step}` : `${readerHref(id, { ...state, from })}#step-${step}`
  })
}
