'use client'

import Link from 'next/link'
import type { PointerEvent } from 'react'
import { useState } from 'react'
import { cn } from '@/components/ui/class-names'
import { Tooltip } from '@/components/ui/tooltip'
import type { StripCell } from '@/lib/core/trajectory/strip'
import { StripDrawing } from './strip-drawing'
import { stripPitch } from './strip-geometry'
import { stripWords } from './strip-words'

/**
 * One trajectory as a row of cells. Hovering a cell names it, a click goes to its step on the page at `pathname`.
 * `width` is the room for the cells in pixels; more steps than fit at 8 pixels each are drawn narrower.
 */
export function Strip({
  cells,
  steps,
  reward,
  calm = false,
  pathname,
  query,
  width = 160,
  className,
}: {
  cells: readonly StripCell[]
  steps: number
  reward: number | null
  calm?: boolean
  pathname: string
  query?: Record<string, string>
  width?: number
  className?: string
}) {
  const [at, setAt] = useState<number | null>(null)
  const pitch = stripPitch(cells.length, width)
  const under = (event: PointerEvent<HTMLElement>) => {
    const place = Math.floor((event.clientX - event.currentTarget.getBoundingClientRect().left) / pitch)
    setAt(place >= 0 && place < cells.length ? place : null)
  }
  const cell = at === null ? undefined : cells[at]
  const step = cell?.step ?? nextStep(cells, at)
  return (
    <Tooltip content={cell ? cell.label : stripWords(cells, steps)}>
      <Link
        href={{ pathname, ...(query ? { query } : {}), ...(step === null ? {} : { hash: `step-${step}` }) }}
        prefetch={false}
        onPointerMove={under}
        onPointerLeave={() => setAt(null)}
        aria-label={stripWords(cells, steps)}
        className={cn('inline-flex h-6 items-center rounded-sm', className)}
      >
        <StripDrawing cells={cells} reward={reward} calm={calm} pitch={pitch} current={at} />
      </Link>
    </Tooltip>
  )
}

/** The step after a place where a gold action is missing. */
function nextStep(cells: readonly StripCell[], at: number | null): number | null {
  if (at === null) return null
  return cells.slice(at).find((one) => one.step !== null)?.step ?? null
}
