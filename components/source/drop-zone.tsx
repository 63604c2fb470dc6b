'use client'

import { Upload } from 'lucide-react'
import { type DragEvent, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/class-names'

/** Where files are dropped, or chosen by a button for whoever does not drag. */
export function DropZone({ onFiles, hint }: { onFiles: (files: File[]) => void; hint: string }) {
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    onFiles([...event.dataTransfer.files])
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button inside does the same by keys
    <div
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={cn(
        'flex flex-col items-center gap-2 rounded-md border border-field border-dashed px-4 py-8 text-center',
        over && 'border-accent bg-wash',
      )}
    >
      <p>Drop files here</p>
      <Button onClick={() => input.current?.click()}>
        <Upload aria-hidden /> Choose files
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        aria-label="Files to import"
        className="sr-only"
        tabIndex={-1}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
      <p className="text-faint text-xs">{hint}</p>
    </div>
  )
}
