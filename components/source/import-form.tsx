'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { bytesText } from '@/components/job/quantity-text'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { UploadImportInput } from '@/lib/core/import/input'
import { methods } from '@/lib/core/trajectory/types'
import type { Result } from '@/lib/result'
import { DropZone } from './drop-zone'
import { FileCard, type FormatChoice } from './file-card'
import { isReady } from './file-list'
import { GoldFile } from './gold-file'
import { ImportOptions, nothingSaid } from './import-options'
import { type Preview, useChosenFiles } from './use-chosen-files'

type Start = (input: UploadImportInput) => Promise<Result<{ id: string }, 'invalid' | 'incomplete' | 'forbidden'>>

const sentences = {
  invalid: 'One of the fields could not be understood. Nothing was started for this file.',
  incomplete: 'It is not on the server any more. Choose it again.',
  forbidden: 'Your role may not import.',
}

/** Chooses files, sends them, shows what they would become, and starts their imports. */
export function ImportForm({
  formats,
  recordLimit,
  preview,
  start,
}: {
  formats: readonly FormatChoice[]
  recordLimit: number
  preview: Preview
  start: Start
}) {
  const router = useRouter()
  const trajectories = useChosenFiles(preview)
  const gold = useChosenFiles(null)
  const [said, setSaid] = useState(nothingSaid)
  const [problem, setProblem] = useState<string | null>(null)
  const [waiting, begin] = useTransition()
  const ready = trajectories.files.filter(isReady)
  const goldFile = gold.files[0]
  const complete =
    ready.length > 0 && ready.length === trajectories.files.length && (!goldFile || goldFile.upload !== null)

  const submit = () =>
    begin(async () => {
      const method = methods.find((each) => each === said.method) ?? null
      const started: string[] = []
      for (const { upload, format, name } of ready) {
        const job = await start({ ...said, method, upload: upload ?? '', format, gold: goldFile?.upload ?? null })
        if (!job.ok) return setProblem(`${name}: ${sentences[job.reason]}`)
        started.push(job.value.id)
      }
      router.push(started.length === 1 ? `/jobs/${started[0]}` : '/jobs')
    })

  return (
    <div className="space-y-4">
      <DropZone onFiles={trajectories.add} hint={`A record may have up to ${bytesText(recordLimit)}.`} />
      {trajectories.files.length > 0 && (
        <ul aria-label="Chosen files" className="space-y-2">
          {trajectories.files.map((file) => (
            <FileCard
              key={file.key}
              file={file}
              formats={formats}
              onFormat={(format) => trajectories.setFormat(file, format)}
              onRemove={() => trajectories.remove(file)}
            />
          ))}
        </ul>
      )}
      <GoldFile files={gold} />
      <ImportOptions said={said} onChange={setSaid} />
      {problem !== null && <Notice tone="bad">{problem}</Notice>}
      <Button variant="primary" size="lg" disabled={!complete || waiting} onClick={submit}>
        {ready.length > 1 ? `Import ${ready.length} files` : 'Import'}
      </Button>
    </div>
  )
}
