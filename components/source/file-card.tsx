import { X } from 'lucide-react'
import { bytesText } from '@/components/job/quantity-text'
import { IconButton } from '@/components/ui/icon-button'
import { Progress } from '@/components/ui/progress'
import { Select } from '@/components/ui/select'
import type { FilePreview } from '@/lib/data/file-preview'
import type { ChosenFile } from './file-list'
import { RecordPreviews } from './record-previews'

export type FormatChoice = { name: string; title: string }

/** One chosen file: how much has arrived, what it was recognised as and why, and what its first records would become. */
export function FileCard({
  file,
  formats,
  onFormat,
  onRemove,
}: {
  file: ChosenFile
  formats: readonly FormatChoice[]
  onFormat: (format: string | null) => void
  onRemove: () => void
}) {
  const { name, size, sent, upload, preview, problem, format } = file
  return (
    <li className="space-y-2 rounded-md border p-3">
      <div className="flex items-center gap-2">
        <p className="min-w-0 flex-1 truncate font-medium" title={name}>
          {name} <span className="font-normal text-faint">{bytesText(size)}</span>
        </p>
        <Select
          aria-label={`Format of ${name}`}
          value={format ?? ''}
          onChange={(event) => onFormat(event.target.value || null)}
        >
          <option value="">format: as recognised</option>
          {formats.map((each) => (
            <option key={each.name} value={each.name}>
              {each.title}
            </option>
          ))}
        </Select>
        <IconButton label={`Leave out ${name}`} onClick={onRemove}>
          <X aria-hidden />
        </IconButton>
      </div>
      {upload === null && problem === null && (
        <>
          <Progress share={size === 0 ? null : sent / size} label={`How much of ${name} has arrived`} />
          <p className="text-dim text-xs tabular-nums">
            {bytesText(sent)} of {bytesText(size)}
          </p>
        </>
      )}
      {problem !== null && <p className="text-reject">{problem}</p>}
      {preview !== null && <Recognised preview={preview} formats={formats} />}
    </li>
  )
}

function Recognised({
  preview: { detection, records },
  formats,
}: {
  preview: FilePreview
  formats: readonly FormatChoice[]
}) {
  if (detection.kind === 'known') {
    const title = formats.find(({ name }) => name === detection.format)?.title ?? detection.format
    return (
      <>
        <p>
          <span className="font-medium">{title}</span> <span className="text-dim">since {detection.reason}</span>
        </p>
        <RecordPreviews records={records} />
      </>
    )
  }
  if (detection.kind === 'ambiguous')
    return (
      <div className="text-fix">
        <p>It may be one of several formats. Choose the right one above:</p>
        <ul className="list-disc pl-5">
          {detection.candidates.map(({ format, reason }) => (
            <li key={format}>
              {format}: {reason}
            </li>
          ))}
        </ul>
      </div>
    )
  return (
    <p className="text-reject">
      {detection.kind === 'empty'
        ? 'The file is empty, so there is nothing to import.'
        : `Its format cannot be told: ${detection.reason}. If you know it, choose it above.`}
    </p>
  )
}
