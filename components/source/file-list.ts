import type { FilePreview } from '@/lib/data/file-preview'

/** A file somebody has chosen, and how far it is on its way. */
export type ChosenFile = {
  key: string
  name: string
  size: number
  sent: number
  upload: string | null // its id once all of it has arrived
  preview: FilePreview | null
  format: string | null // where somebody overrules what was recognised
  problem: string | null
}

export const chosen = (file: File): ChosenFile => ({
  key: crypto.randomUUID?.() ?? `${file.name} ${file.lastModified} ${Math.random()}`,
  name: file.name,
  size: file.size,
  sent: 0,
  upload: null,
  preview: null,
  format: null,
  problem: null,
})

/** Whether everything is known that an import needs. */
export const isReady = ({ upload, preview, problem }: ChosenFile): boolean =>
  upload !== null && problem === null && preview?.detection.kind === 'known'
