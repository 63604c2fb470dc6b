import Link from 'next/link'
import { RelativeTime } from '@/components/ui/relative-time'
import { Table, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table'
import type { JobRow } from '@/lib/data/jobs'
import { JobActions, type JobDeeds } from './job-actions'
import { JobProgress } from './job-progress'
import { JobState } from './job-state'
import { durationText } from './quantity-text'

/** Jobs with how far they are, or what came of them. */
export function JobTable({
  rows,
  kindTitles,
  deeds,
}: {
  rows: JobRow[]
  kindTitles: Readonly<Record<string, string>>
  /** Null where this person may only look. */
  deeds: JobDeeds | null
}) {
  return (
    <Table label="Jobs">
      <TableHead>
        <tr>
          <TableHeader>Job</TableHeader>
          <TableHeader>Kind</TableHeader>
          <TableHeader>State</TableHeader>
          <TableHeader className="w-2/5">Progress</TableHeader>
          <TableHeader>Who</TableHeader>
          <TableHeader>When</TableHeader>
          <TableHeader>
            <span className="sr-only">What to do</span>
          </TableHeader>
        </tr>
      </TableHead>
      <tbody>
        {rows.map((job) => (
          <TableRow key={job.id}>
            <TableCell className="max-w-72 truncate font-medium">
              <Link className="link" href={`/jobs/${job.id}`} title={job.title}>
                {job.title}
              </Link>
            </TableCell>
            <TableCell className="whitespace-nowrap text-dim">{kindTitles[job.kind] ?? job.kind}</TableCell>
            <TableCell>
              <JobState state={job.state} />
            </TableCell>
            <TableCell>
              <Outcome job={job} />
            </TableCell>
            <TableCell className="whitespace-nowrap text-dim">{job.person.name}</TableCell>
            <TableCell className="whitespace-nowrap text-dim">
              <RelativeTime at={job.finishedAt ?? job.createdAt} />
            </TableCell>
            <TableCell numeric>
              {deeds && <JobActions id={job.id} title={job.title} state={job.state} deeds={deeds} />}
            </TableCell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  )
}

function Outcome({ job }: { job: JobRow }) {
  const { state, error, startedAt, finishedAt, queue } = job
  if (state === 'running') return <JobProgress job={job} />
  if (state === 'failed') return <p className="max-w-[60ch] whitespace-normal py-1">{error}</p>
  if (state === 'queued') return <span className="text-dim">{waitsFor(queue)}</span>
  if (state === 'cancelled') return <span className="text-dim">What it did before is kept.</span>
  if (startedAt && finishedAt)
    return <span className="text-dim">took {durationText((finishedAt.getTime() - startedAt.getTime()) / 1000)}</span>
  return null
}

/** A job that reads a file of a host waits for a worker there. */
export function waitsFor(queue: string): string {
  return queue.startsWith('host-') ? `waits for a worker on ${queue.slice('host-'.length)}` : 'waits for a worker'
}
