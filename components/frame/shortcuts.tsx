'use client'

import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import { useHotkeys } from 'react-hotkeys-hook'
import { Dialog } from '@/components/ui/dialog'
import { Kbd } from '@/components/ui/kbd'

export type Shortcut = { keys: string; does: string }
export type ShortcutGroup = { title: string; shortcuts: readonly Shortcut[] }

const Sheet = createContext({
  show: () => {},
  add: (_group: ShortcutGroup): (() => void) => {
    return () => {}
  },
})

const everywhere: ShortcutGroup = {
  title: 'Everywhere',
  shortcuts: [
    { keys: 'Mod+K', does: 'Search, or go to a page' },
    { keys: '/', does: 'Search' },
    { keys: '?', does: 'Show these keys' },
    { keys: 'Escape', does: 'Close what is open' },
  ],
}

/** Opens the sheet of keys. */
export const useShortcutSheet = () => useContext(Sheet)

/** Lists a page's keys on the sheet while the component that answers to them is there. Give a constant. */
export function useShortcuts(group: ShortcutGroup): void {
  const { add } = useContext(Sheet)
  useEffect(() => add(group), [add, group])
}

/** Whether a dialog or menu is open: bare keys belong to it then. */
export const somethingIsOpen = () => document.querySelector('[role="dialog"],[role="menu"],[role="listbox"]') !== null

/** Answers to `?` with every key that works on this page. */
export function ShortcutsProvider({ children }: { children: ReactNode }) {
  const [open, setOpen] = useState(false)
  const [groups, setGroups] = useState<readonly ShortcutGroup[]>([])
  const show = useCallback(() => setOpen(true), [])
  const add = useCallback((group: ShortcutGroup) => {
    setGroups((before) => [...before, group])
    return () => setGroups((before) => before.filter((other) => other !== group))
  }, [])
  const value = useMemo(() => ({ show, add }), [show, add])
  useHotkeys('?', show, { useKey: true, ignoreEventWhen: somethingIsOpen })
  return (
    <Sheet value={value}>
      {children}
      <Dialog title="Keyboard" open={open} onOpenChange={setOpen}>
        <div className="grid gap-x-8 gap-y-4 sm:grid-cols-2">
          {[...groups, everywhere].map((group) => (
            <ShortcutList key={group.title} {...group} />
          ))}
        </div>
      </Dialog>
    </Sheet>
  )
}

function ShortcutList({ title, shortcuts }: ShortcutGroup) {
  return (
    <section>
      <h3 className="mb-1 font-semibold text-dim text-xs">{title}</h3>
      <dl>
        {shortcuts.map(({ keys, does }) => (
          <div key={keys} className="flex min-h-7 items-center justify-between gap-4">
            <dt>{does}</dt>
            <dd className="flex items-center gap-3">
              {keys.split(', ').map((one) => (
                <Kbd key={one} keys={one} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
