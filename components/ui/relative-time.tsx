'use client'

import { useEffect, useState } from 'react'
import { sinceText } from './since-text'

const exact = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium' })

/** "3 min ago", with the exact time on hover. Draws the date first so that server and browser agree. */
export function RelativeTime({ at, className }: { at: Date | string; className?: string }) {
  const date = new Date(at)
  const [now, setNow] = useState<Date | null>(null)
  useEffect(() => {
    setNow(new Date())
    const timer = setInterval(() => setNow(new Date()), 30_000)
    return () => clearInterval(timer)
  }, [])
  return (
    <time dateTime={date.toISOString()} title={now ? exact.format(date) : undefined} className={className}>
      {now ? sinceText(date, now) : date.toISOString().slice(0, 10)}
    </time>
  )
}
