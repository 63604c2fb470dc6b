'use client'

import { useSyncExternalStore } from 'react'

let current: HTMLElement | null = null
const listeners = new Set<() => void>()

/** The line that the reader's keys stand on, or null; only one reader is on a page. */
export const currentLine = (): HTMLElement | null => (current?.isConnected ? current : null)

/** Moves there: marks it, focuses it, and scrolls no more than is needed. */
export function goToLine(line: HTMLElement | null | undefined): void {
  if (!line) return
  current?.removeAttribute('data-current')
  current = line
  line.setAttribute('data-current', '')
  line.focus({ preventScroll: true })
  line.scrollIntoView({ block: 'nearest' })
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The number of the current step, or null before there is one. */
export function useCurrentStep(): number | null {
  return useSyncExternalStore(
    subscribe,
    () => Number(currentLine()?.dataset.step) || null,
    () => null,
  )
}
