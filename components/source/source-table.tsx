import Link from 'next/link'
import { bytesText } from '@/components/job/quantity-text'
import { Badge } from '@/components/ui/badge'
import { RelativeTime } from '@/components/ui/relative-time'
import { Table, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table'
import type { SourceRow } from '@/lib/data/sources'
import { trajectoriesOf } from './source-address'

const number = (count: number) => count.toLocaleString('en')

/** Every source with its accounting: read = imported + duplicates + quarantined. */
export function SourceTable({ rows }: { rows: SourceRow[] }) {
  return (
    <Table label="Sources">
      <TableHead>
        <tr>
          <TableHeader>Source</TableHeader>
          <TableHeader>Format</TableHeader>
          <TableHeader numeric>Size</TableHeader>
          <TableHeader numeric>Read</TableHeader>
          <TableHeader numeric>Imported</TableHeader>
          <TableHeader numeric>Duplicates</TableHeader>
          <TableHeader numeric>Quarantined</TableHeader>
          <TableHeader numeric>Trajectories</TableHeader>
          <TableHeader numeric>With gold</TableHeader>
          <TableHeader>Licence</TableHeader>
          <TableHeader>Brought by</TableHeader>
          <TableHeader>When</TableHeader>
        </tr>
      </TableHead>
      <tbody>
        {rows.map((source) => (
          <TableRow key={source.id}>
            <TableCell className="max-w-72 truncate font-medium">
              <Link className="link" href={`/sources/${source.id}`} title={source.name}>
                {source.name}
              </Link>
            </TableCell>
            <TableCell className="whitespace-nowrap text-dim">{source.format}</TableCell>
            <TableCell numeric className="text-dim">
              {bytesText(Number(source.byteCount))}
            </TableCell>
            <TableCell numeric>{number(source.recordCount)}</TableCell>
            <TableCell numeric>{number(source.importedCount)}</TableCell>
            <TableCell numeric className="text-dim">
              {number(source.duplicateCount)}
            </TableCell>
            <TableCell numeric>
              {source.quarantinedCount > 0 ? (
                <Link className="link text-reject" href={`/sources/${source.id}#quarantined`}>
                  {number(source.quarantinedCount)}
                </Link>
              ) : (
                <span className="text-faint">0</span>
              )}
            </TableCell>
            <TableCell numeric>
              <Link className="link" href={trajectoriesOf(source.id)}>
                {number(source.trajectoryCount)}
              </Link>
            </TableCell>
            <TableCell numeric className="text-dim">
              {number(source.goldLinkedCount)}
            </TableCell>
            <TableCell className="max-w-40 truncate text-dim" title={source.licence ?? undefined}>
              {source.licence ?? '–'}
            </TableCell>
            <TableCell className="whitespace-nowrap text-dim">{source.importedBy.name}</TableCell>
            <TableCell className="whitespace-nowrap text-dim">
              {source.finishedAt ? <RelativeTime at={source.createdAt} /> : <Unfinished jobId={source.jobId} />}
            </TableCell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  )
}

/** Its import has not come to its end: the job says how far it is, or why it stopped. */
function Unfinished({ jobId }: { jobId: string | null }) {
  if (jobId === null) return <Badge tone="warn">not finished</Badge>
  return (
    <Link href={`/jobs/${jobId}`}>
      <Badge tone="accent">not finished</Badge>
    </Link>
  )
}
