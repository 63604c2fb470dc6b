import Link from 'next/link'

type Counts = { recordCount: number; importedCount: number; duplicateCount: number; quarantinedCount: number }

const parts = [
  { key: 'importedCount', says: 'imported', look: 'bg-accept' },
  { key: 'duplicateCount', says: 'duplicates', look: 'bg-field' },
  { key: 'quarantinedCount', says: 'quarantined', look: 'bg-reject' },
] as const

/** Every record accounted for: read = imported + duplicates + quarantined, as a bar and as the sum itself. */
export function Accounting({ counts, sourceId }: { counts: Counts; sourceId: string }) {
  const { recordCount } = counts
  return (
    <section aria-label="Accounting" className="space-y-1.5">
      <div aria-hidden className="flex h-2 overflow-hidden rounded-sm bg-well">
        {parts.map(({ key, look }) => (
          <span
            key={key}
            className={look}
            style={{ width: recordCount === 0 ? 0 : `${(counts[key] / recordCount) * 100}%` }}
          />
        ))}
      </div>
      <p className="tabular-nums">
        <strong className="font-semibold">{recordCount.toLocaleString('en')}</strong> records read ={' '}
        {parts.map(({ key, says, look }, at) => (
          <span key={key}>
            {at > 0 && ' + '}
            <span aria-hidden className={`mr-1 inline-block size-2 rounded-sm ${look}`} />
            {key === 'quarantinedCount' && counts[key] > 0 ? (
              <Link className="link" href={`/sources/${sourceId}#quarantined`}>
                {counts[key].toLocaleString('en')} {says}
              </Link>
            ) : (
              `${counts[key].toLocaleString('en')} ${says}`
            )}
          </span>
        ))}
      </p>
    </section>
  )
}
