'use client'

import { LoaderCircle } from 'lucide-react'
import Link from 'next/link'
import { useWaiting } from './waiting'

/** Jobs that run now, seen from everywhere; how far the oldest is, where that is known. Nothing runs: nothing here. */
export function RunningJobs() {
  const { count, share } = useWaiting().jobs
  if (count === 0) return null
  const words = `${count} ${count === 1 ? 'job' : 'jobs'}`
  return (
    <Link
      href={{ pathname: '/jobs' }}
      className="flex h-7 items-center gap-1.5 whitespace-nowrap rounded-md px-2 text-dim hover:bg-well hover:text-ink"
    >
      <LoaderCircle aria-hidden className="size-4 animate-spin text-accent motion-reduce:animate-none" />
      <span className="tabular-nums">
        {words}
        <span className="max-sm:sr-only">{share === null ? ' running' : `, ${Math.floor(share * 100)} %`}</span>
      </span>
    </Link>
  )
}
