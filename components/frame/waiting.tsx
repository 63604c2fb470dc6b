'use client'

import { usePathname } from 'next/navigation'
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import { z } from 'zod'

const waiting = z.object({
  trajectories: z.number(),
  sources: z.number(),
  jobs: z.object({ count: z.number(), share: z.number().nullable() }),
})

/** How much is there and what runs, as the frame shows it. */
export type FrameWaiting = z.infer<typeof waiting>

const Waiting = createContext<FrameWaiting>({ trajectories: 0, sources: 0, jobs: { count: 0, share: null } })

export const useWaiting = () => useContext(Waiting)

const WHILE_WORK_RUNS = 3_000
const OTHERWISE = 30_000

async function ask(): Promise<FrameWaiting | null> {
  const response = await fetch('/waiting').catch(() => null)
  const parsed = response?.ok ? waiting.safeParse(await response.json().catch(() => null)) : null
  return parsed?.success ? parsed.data : null
}

/** Keeps what the frame says true while a page stays open: asked often while work runs, and only in a window that shows. */
export function WaitingProvider({ first, children }: { first: FrameWaiting; children: ReactNode }) {
  const [known, setKnown] = useState(first)
  const path = usePathname()
  const pause = known.jobs.count > 0 ? WHILE_WORK_RUNS : OTHERWISE
  useEffect(() => setKnown(first), [first])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is a reason to look again
  useEffect(() => {
    let left = false
    const look = async () => {
      if (document.visibilityState === 'hidden') return
      const found = await ask()
      if (found !== null && !left) setKnown(found)
    }
    const soon = setTimeout(look, 1_000)
    const timer = setInterval(look, pause)
    document.addEventListener('visibilitychange', look)
    return () => {
      left = true
      clearTimeout(soon)
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [pause, path])
  return <Waiting value={known}>{children}</Waiting>
}
