import { bytesText } from '@/components/job/quantity-text'
import { RawRecord } from '@/components/trajectory/raw-record'
import { Table, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table'
import type { RecordPlace } from '@/lib/data/records'

/** The records that could not be read: their place, the reason, the field it speaks of, and the bytes themselves. */
export function QuarantineTable({ sourceId, rows, total }: { sourceId: string; rows: RecordPlace[]; total: number }) {
  return (
    <section id="quarantined" className="scroll-mt-16 space-y-1">
      <h2 className="font-semibold text-base">
        Quarantined <span className="font-normal text-faint text-sm tabular-nums">{total.toLocaleString('en')}</span>
      </h2>
      <p className="max-w-[75ch] text-dim">
        These records could not be read. Their bytes are kept as they came, so nothing of the file is lost.
      </p>
      <Table label="Quarantined records">
        <TableHead>
          <tr>
            <TableHeader numeric>Record</TableHeader>
            <TableHeader numeric>Line</TableHeader>
            <TableHeader numeric>Byte</TableHeader>
            <TableHeader numeric>Size</TableHeader>
            <TableHeader>Field</TableHeader>
            <TableHeader className="w-full">Why</TableHeader>
            <TableHeader>
              <span className="sr-only">The record itself</span>
            </TableHeader>
          </tr>
        </TableHead>
        <tbody>
          {rows.map(({ ordinal, line, offset, length, field, reason, key }) => (
            <TableRow key={ordinal}>
              <TableCell numeric>{(ordinal + 1).toLocaleString('en')}</TableCell>
              <TableCell numeric>{line?.toLocaleString('en') ?? '–'}</TableCell>
              <TableCell numeric className="text-dim">
                {offset.toLocaleString('en')}
              </TableCell>
              <TableCell numeric className="text-dim">
                {bytesText(length)}
              </TableCell>
              <TableCell className="font-mono text-xs">{field ?? key ?? '–'}</TableCell>
              <TableCell className="break-words py-1">{reason}</TableCell>
              <TableCell>
                <RawRecord
                  href={`/sources/${sourceId}/records/${ordinal}`}
                  place={`Record ${ordinal + 1}${line === null ? '' : `, line ${line}`}, byte ${offset}`}
                />
              </TableCell>
            </TableRow>
          ))}
        </tbody>
      </Table>
    </section>
  )
}
