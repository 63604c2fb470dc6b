'use client'

import { useHotkeys } from 'react-hotkeys-hook'
import { somethingIsOpen, useShortcuts } from '@/components/frame/shortcuts'

const keys = {
  title: 'List',
  shortcuts: [
    { keys: 'j, k', does: 'Next, previous row' },
    { keys: 'Enter', does: 'Open the row' },
    { keys: 'g g, G', does: 'First, last row' },
  ],
}

const rowLinks = () => [...document.querySelectorAll<HTMLElement>('[data-row-link]')]

/** Focuses the row so far from the focused one; without one, the first. */
function walk(by: number): void {
  const links = rowLinks()
  const at = links.findIndex((link) => link.matches(':focus'))
  links[at === -1 ? 0 : Math.min(links.length - 1, Math.max(0, at + by))]?.focus()
}

/** Walks the rows of a list by keys. */
export function ListKeys() {
  useShortcuts(keys)
  const options = { ignoreEventWhen: somethingIsOpen }
  useHotkeys('j', () => walk(1), options)
  useHotkeys('k', () => walk(-1), options)
  useHotkeys('g>g', () => rowLinks().at(0)?.focus(), options)
  useHotkeys('shift+g', () => rowLinks().at(-1)?.focus(), options)
  return null
}
