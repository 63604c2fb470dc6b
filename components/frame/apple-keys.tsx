'use client'

import { useEffect } from 'react'

/** Marks the page where the system is Apple's, so that Mod is written ⌘ there. */
export function AppleKeys() {
  useEffect(() => {
    if (/Mac|iPhone|iPad/.test(navigator.userAgent)) document.documentElement.dataset.apple = ''
  }, [])
  return null
}
