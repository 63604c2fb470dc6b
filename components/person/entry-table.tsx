import { RelativeTime } from '@/components/ui/relative-time'
import { Table, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table'
import type { EntryRow } from '@/lib/data/entry-pages'

export function EntryTable({ rows }: { rows: EntryRow[] }) {
  return (
    <Table label="Audit log">
      <TableHead>
        <tr>
          <TableHeader numeric>#</TableHeader>
          <TableHeader>When</TableHeader>
          <TableHeader>Who did what</TableHeader>
          <TableHeader>Detail</TableHeader>
        </tr>
      </TableHead>
      <tbody>
        {rows.map(({ seq, at, who, did, whom, subject, subjectId, detail }) => (
          <TableRow key={seq} id={`entry-${seq}`}>
            <TableCell numeric className="text-faint">
              {seq}
            </TableCell>
            <TableCell className="whitespace-nowrap text-dim">
              <RelativeTime at={at} />
            </TableCell>
            <TableCell className="whitespace-nowrap">
              <span className="font-medium">{who}</span> {did}{' '}
              <span title={`${subject} ${subjectId}`} className={whom ? 'font-medium' : 'text-dim'}>
                {whom ?? `${subject} ${subjectId.split('-').at(-1)}`}
              </span>
            </TableCell>
            <TableCell className="max-w-96 truncate text-dim" title={detail}>
              {detail}
            </TableCell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  )
}
