'use client'

import { X } from 'lucide-react'
import { useRef } from 'react'
import { bytesText } from '@/components/job/quantity-text'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { Progress } from '@/components/ui/progress'
import type { useChosenFiles } from './use-chosen-files'

/** A second file with the gold actions, where the records do not carry them. */
export function GoldFile({ files: { files, add, remove } }: { files: ReturnType<typeof useChosenFiles> }) {
  const input = useRef<HTMLInputElement>(null)
  const [file] = files
  return (
    <section aria-label="Gold file" className="flex flex-wrap items-center gap-2">
      <p className="font-medium">Gold file</p>
      {file ? (
        <>
          <p className="min-w-0 truncate" title={file.name}>
            {file.name} <span className="text-faint">{bytesText(file.size)}</span>
          </p>
          {file.upload === null && file.problem === null && (
            <Progress
              className="w-32"
              share={file.size === 0 ? null : file.sent / file.size}
              label="How much of it has arrived"
            />
          )}
          {file.problem !== null && <p className="text-reject">{file.problem}</p>}
          <IconButton label={`Leave out ${file.name}`} onClick={() => remove(file)}>
            <X aria-hidden />
          </IconButton>
        </>
      ) : (
        <>
          <Button size="sm" onClick={() => input.current?.click()}>
            Choose
          </Button>
          <p className="text-faint text-xs">
            Only where the gold actions are in a file of their own, as with InterCode.
          </p>
        </>
      )}
      <input
        ref={input}
        type="file"
        aria-label="Gold file to go with them"
        className="sr-only"
        tabIndex={-1}
        onChange={(event) => {
          add([...(event.target.files ?? [])].slice(0, 1))
          event.target.value = ''
        }}
      />
    </section>
  )
}
