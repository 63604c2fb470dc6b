'use client'

import { ChevronDown, Keyboard, LogOut, UserRound } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { DropdownMenu, MenuItem, MenuLabel, MenuRadioGroup, MenuSeparator } from '@/components/ui/dropdown-menu'
import { useShortcutSheet } from './shortcuts'
import { type Theme, wearTheme } from './theme'

export type FramePerson = { name: string; email: string | null; role: string }

const themeOptions = [
  { value: 'system', label: 'As the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const

/** Who is signed in, the theme, the keys, and the way out. */
export function PersonMenu({
  person,
  theme: first,
  signOut,
}: {
  person: FramePerson
  theme: Theme
  signOut: () => Promise<unknown>
}) {
  const [theme, setTheme] = useState(first)
  const [leaving, startLeaving] = useTransition()
  const { show } = useShortcutSheet()
  const choose = (chosen: Theme) => {
    setTheme(chosen)
    wearTheme(chosen)
  }
  const router = useRouter()
  const leave = () =>
    startLeaving(async () => {
      await signOut()
      // Loaded afresh, so that nothing of this person is left in the browser's memory.
      window.location.assign('/login')
    })
  return (
    <DropdownMenu
      trigger={
        <Button variant="quiet" disabled={leaving} className="max-w-40 shrink">
          <span className="truncate">{person.name}</span>
          <ChevronDown aria-hidden />
        </Button>
      }
    >
      <div className="px-2 py-1.5">
        <p className="font-medium">{person.name}</p>
        <p className="text-faint text-xs">{[person.email, person.role].filter(Boolean).join(' · ')}</p>
      </div>
      <MenuSeparator />
      <MenuLabel>Theme</MenuLabel>
      <MenuRadioGroup value={theme} onChange={choose} options={themeOptions} />
      <MenuSeparator />
      <MenuItem onSelect={() => router.push('/account')}>
        <UserRound aria-hidden /> Your account
      </MenuItem>
      <MenuItem keys="?" onSelect={show}>
        <Keyboard aria-hidden /> Keyboard
      </MenuItem>
      <MenuItem onSelect={leave}>
        <LogOut aria-hidden /> Sign out
      </MenuItem>
    </DropdownMenu>
  )
}
