import type { FilePreview, RecordPreview } from '@/lib/data/file-preview'

/** What the first records of a file would become: a dry run. */
export function RecordPreviews({ records }: { records: FilePreview['records'] }) {
  if (records.length === 0)
    return <p className="text-dim">Its first record is longer than a megabyte, so there is no preview.</p>
  return (
    <ol className="space-y-1 text-xs">
      {records.map((record) => (
        <li key={record.line} className="flex gap-2">
          <span className="w-14 shrink-0 text-right text-faint tabular-nums">line {record.line}</span>
          <Preview record={record} />
        </li>
      ))}
    </ol>
  )
}

function Preview({ record }: { record: RecordPreview }) {
  if ('problem' in record)
    return (
      <p className="min-w-0 break-words text-reject">
        Would be quarantined{record.field === null ? '' : `, ${record.field}`}: {record.problem}
      </p>
    )
  return (
    <ul className="min-w-0 space-y-0.5">
      {record.trajectories.map(({ externalId, task, model, instruction, steps, actions, rewardFinal, gold }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: several runs of a record may carry the same id
        <li key={at} className="truncate" title={instruction}>
          <span className="font-medium">{task}</span> · {externalId}
          {model === null ? '' : ` · ${model}`} · {steps} steps, {actions} actions
          {rewardFinal === null ? '' : ` · reward ${rewardFinal}`} · {gold === 0 ? 'no gold' : `${gold} gold`} ·{' '}
          <span className="text-dim">{instruction}</span>
        </li>
      ))}
    </ul>
  )
}
