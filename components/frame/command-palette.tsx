'use client'

import { Command } from 'cmdk'
import { Keyboard, Search, SunMoon } from 'lucide-react'
import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { Dialog } from 'radix-ui'
import { type ReactNode, useState } from 'react'
import { useHotkeys } from 'react-hotkeys-hook'
import { Kbd } from '@/components/ui/kbd'
import { type NounName, nouns } from './nouns'
import { somethingIsOpen, useShortcutSheet } from './shortcuts'
import { themes, wearTheme } from './theme'

const trajectorySearch = (text: string): Route => `/trajectories?q=${encodeURIComponent(text)}` as Route

/** The search box of the top bar: words search the trajectories, names of pages go there. Opens by ⌘K and by `/`. */
export function CommandPalette({ places }: { places: readonly NounName[] }) {
  const [open, setOpen] = useState(false)
  useHotkeys('mod+k', () => setOpen((before) => !before), { enableOnFormTags: true, preventDefault: true })
  useHotkeys('/', () => setOpen(true), { useKey: true, preventDefault: true, ignoreEventWhen: somethingIsOpen })
  return (
    <Dialog.Root open={open} onOpenChange={setOpen}>
      <Dialog.Trigger className="flex h-7 min-w-0 max-w-96 flex-1 items-center gap-2 rounded-md border border-field/60 bg-surface px-2 text-faint hover:border-field">
        <Search aria-hidden className="size-4 shrink-0" />
        <span className="flex-1 truncate text-left">Search or go to…</span>
        <Kbd keys="Mod+K" className="max-sm:hidden" />
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-[oklch(0.2_0_0/0.35)]" />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed inset-x-2 top-[12vh] z-50 mx-auto max-w-xl animate-rise overflow-hidden rounded-md bg-surface shadow-float"
        >
          <Dialog.Title className="sr-only">Search or go to a page</Dialog.Title>
          <Palette places={places} close={() => setOpen(false)} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function Palette({ places, close }: { places: readonly NounName[]; close: () => void }) {
  const [text, setText] = useState('')
  const router = useRouter()
  const sheet = useShortcutSheet()
  const run = (does: () => void) => () => {
    close()
    does()
  }
  const typed = text.trim()
  return (
    <Command label="Search or go to a page" loop>
      <Command.Input
        value={text}
        onValueChange={setText}
        placeholder="Words, an id, or a page"
        className="h-11 w-full border-b bg-transparent px-4 text-base outline-none"
      />
      <Command.List className="max-h-[50vh] overflow-y-auto p-1">
        <Command.Empty className="px-3 py-2 text-dim">Nothing of that name.</Command.Empty>
        {typed !== '' && (
          <Item value={`search ${typed}`} onSelect={run(() => router.push(trajectorySearch(typed)))} always>
            <Search aria-hidden /> Search trajectories for “{typed}”
          </Item>
        )}
        <Group heading="Go to">
          {places.map((noun) => {
            const { title, path, icon: Icon } = nouns[noun]
            return (
              <Item key={noun} value={title} onSelect={run(() => router.push(path as Route))}>
                <Icon aria-hidden /> {title}
              </Item>
            )
          })}
        </Group>
        <Group heading="Do">
          {themes.map((theme) => (
            <Item key={theme} value={`Theme ${theme}`} onSelect={run(() => wearTheme(theme))}>
              <SunMoon aria-hidden /> Theme: {theme === 'system' ? 'as the system' : theme}
            </Item>
          ))}
          <Item value="Keyboard shortcuts" onSelect={run(sheet.show)}>
            <Keyboard aria-hidden /> Show the keys
          </Item>
        </Group>
      </Command.List>
    </Command>
  )
}

function Group({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <Command.Group
      heading={heading}
      className="[&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-faint [&_[cmdk-group-heading]]:text-xs"
    >
      {children}
    </Command.Group>
  )
}

function Item({
  value,
  onSelect,
  always = false,
  children,
}: {
  value: string
  onSelect: () => void
  always?: boolean
  children: ReactNode
}) {
  return (
    <Command.Item
      value={value}
      onSelect={onSelect}
      forceMount={always}
      className="flex min-h-8 items-center gap-2 rounded-sm px-3 data-[selected=true]:bg-well [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-faint"
    >
      {children}
    </Command.Item>
  )
}
