'use client'

import { useState } from 'react'
import { type Theme, themes, wearTheme } from '@/components/frame/theme'

/** Put on at once, kept in this browser. */
export function ThemeChoice({ theme: first }: { theme: Theme }) {
  const [theme, setTheme] = useState(first)
  const choose = (chosen: Theme) => {
    setTheme(chosen)
    wearTheme(chosen)
  }
  return (
    <fieldset className="flex gap-4">
      <legend className="sr-only">Theme</legend>
      {themes.map((one) => (
        <label key={one} className="flex min-h-6 items-center gap-1.5">
          <input
            type="radio"
            name="theme"
            className="accent-accent"
            checked={one === theme}
            onChange={() => choose(one)}
          />
          {one === 'system' ? 'as the system' : one}
        </label>
      ))}
    </fieldset>
  )
}
