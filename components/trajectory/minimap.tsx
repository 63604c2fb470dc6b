'use client'

import type { PointerEvent } from 'react'
import { useEffect, useRef, useState } from 'react'
import { Tooltip } from '@/components/ui/tooltip'
import type { StripCell } from '@/lib/core/trajectory/strip'
import { useCurrentStep } from './current-step'
import { StripDrawing } from './strip-drawing'
import { stripPitch } from './strip-geometry'
import { stripWords } from './strip-words'

/** Larger than in a list, so that a cell is easily met. */
const SCALE = 1.5

/** The strip as the reader's map: as wide as it needs up to the room there is, the current step marked. */
export function Minimap({
  cells,
  steps,
  reward,
  calm = false,
  hrefs,
}: {
  cells: readonly StripCell[]
  steps: number
  reward: number | null
  calm?: boolean
  /** Where each cell leads: on the page, or to the part of the episode that holds the step. */
  hrefs: readonly string[]
}) {
  const room = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(480)
  const [over, setOver] = useState<number | null>(null)
  const step = useCurrentStep()
  useEffect(() => {
    const element = room.current
    if (element === null) return
    const observer = new ResizeObserver(([entry]) => entry && setWidth(entry.contentRect.width))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  const pitch = stripPitch(cells.length, width / SCALE - 12)
  const here = cells.findIndex(
    (cell) => cell.step !== null && step !== null && cell.step <= step && step <= (cell.lastStep ?? 0),
  )
  const under = (event: PointerEvent<HTMLElement>) => {
    const left = event.clientX - event.currentTarget.getBoundingClientRect().left
    const place = Math.floor(left / (pitch * SCALE))
    setOver(place >= 0 && place < cells.length ? place : null)
  }
  const cell = over === null ? undefined : cells[over]
  const words = stripWords(cells, steps)
  return (
    <div ref={room} className="min-w-0">
      <Tooltip content={cell?.label ?? words}>
        <a
          href={over === null ? '#content' : hrefs[over]}
          onPointerMove={under}
          onPointerLeave={() => setOver(null)}
          aria-label={`Map. ${words}`}
          className="inline-flex h-8 items-center rounded-sm"
        >
          <StripDrawing
            cells={cells}
            reward={reward}
            calm={calm}
            pitch={pitch}
            scale={SCALE}
            current={over ?? (here === -1 ? null : here)}
          />
        </a>
      </Tooltip>
    </div>
  )
}
