import type { Route } from 'next'
import { defaultMode, type Mode, modes } from '@/lib/core/gold/modes'
import { type ListState, listQuery } from './list-address'

/** How many steps a page of the reader holds. */
export const STEPS_SHOWN = 200

/** What the reader's address says beside the trajectory: the list one came from, the mode, the gold, the part. */
export type ReaderState = { list: ListState; mode: Mode; gold: number; from: number }

/** The first step of the part of the episode that holds a step. */
export const partOf = (step: number): number => Math.floor((step - 1) / STEPS_SHOWN) * STEPS_SHOWN + 1

export const readMode = (text: string | undefined): Mode => modes.find((mode) => mode === text) ?? defaultMode

/** A 1-based number from an address; anything else is the first. */
export function readOrdinal(text: string | undefined): number {
  const number = Number(text)
  return Number.isInteger(number) && number >= 1 ? number : 1
}

/** The address of a trajectory in the reader. The list's own page is left out: the query and the order are the list. */
export function readerHref(id: string, { list, mode, gold, from }: ReaderState, step?: number): Route {
  const query = new URLSearchParams({
    ...listQuery({ ...list, at: null }),
    ...(mode === defaultMode ? {} : { mode }),
    ...(gold === 1 ? {} : { gold: String(gold) }),
    ...(from === 1 ? {} : { from: String(from) }),
  }).toString()
  return `/trajectories/${id}${query === '' ? '' : `?${query}`}${step === undefined ? '' : `#step-${step}`}` as Route
}
