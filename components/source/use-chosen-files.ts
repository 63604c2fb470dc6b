'use client'

import { useRef, useState } from 'react'
import type { FilePreview } from '@/lib/data/file-preview'
import type { Result } from '@/lib/result'
import { type ChosenFile, chosen } from './file-list'
import { SendProblem, sendFile } from './send-file'

export type Preview = (input: {
  upload: string
  format: string | null
}) => Promise<Result<FilePreview, 'invalid' | 'incomplete'>>

/**
 * Files on their way to the server, one after another, each looked at as soon as it has arrived.
 *
 * @param preview  null for files that are not looked at
 */
export function useChosenFiles(preview: Preview | null) {
  const [files, setFiles] = useState<ChosenFile[]>([])
  const queue = useRef(Promise.resolve())
  const senders = useRef(new Map<string, AbortController>())
  const change = (key: string, part: Partial<ChosenFile>) =>
    setFiles((before) => before.map((file) => (file.key === key ? { ...file, ...part } : file)))

  const look = async (key: string, upload: string, format: string | null) => {
    if (!preview) return
    const seen = await preview({ upload, format })
    change(key, seen.ok ? { preview: seen.value } : { problem: 'The server could not look at it. Choose it again.' })
  }

  const send = async (key: string, file: File, signal: AbortSignal) => {
    try {
      if (signal.aborted) return
      const upload = await sendFile(file, (sent) => change(key, { sent }), signal)
      change(key, { upload, sent: file.size })
      await look(key, upload, null)
    } catch (error) {
      if (signal.aborted) return
      change(key, { problem: error instanceof SendProblem ? error.message : 'The server could not be reached.' })
    }
  }

  const add = (given: File[]) => {
    for (const file of given) {
      const entry = chosen(file)
      const sender = new AbortController()
      senders.current.set(entry.key, sender)
      setFiles((before) => [...before, entry])
      queue.current = queue.current.then(() => send(entry.key, file, sender.signal))
    }
  }

  const remove = ({ key, upload }: ChosenFile) => {
    senders.current.get(key)?.abort()
    setFiles((before) => before.filter((file) => file.key !== key))
    if (upload !== null) void fetch(`/sources/upload/${upload}`, { method: 'DELETE' })
  }

  const setFormat = ({ key, upload }: ChosenFile, format: string | null) => {
    change(key, { format, preview: null })
    if (upload !== null) void look(key, upload, format)
  }

  return { files, add, remove, setFormat }
}
