import type { Route } from 'next'
import Link from 'next/link'
import { Table, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table'
import { writeValue } from '@/lib/core/search/edit'
import type { SourceTask } from '@/lib/data/sources'

/** What the trajectories of a source are of, and how many of them are linked to gold. */
export function SourceTasks({ sourceId, tasks }: { sourceId: string; tasks: SourceTask[] }) {
  if (tasks.length === 0) return null
  return (
    <section className="max-w-2xl space-y-1">
      <h2 className="font-semibold text-base">Tasks</h2>
      <Table label="Tasks of this source">
        <TableHead>
          <tr>
            <TableHeader>Task</TableHeader>
            <TableHeader numeric>Trajectories</TableHeader>
            <TableHeader numeric>Aligned with gold</TableHeader>
          </tr>
        </TableHead>
        <tbody>
          {tasks.map(({ name, title, trajectories, gold }) => (
            <TableRow key={name}>
              <TableCell>
                {title} <span className="text-faint">{name}</span>
              </TableCell>
              <TableCell numeric>
                <Link className="link" href={addressOf(sourceId, name)}>
                  {trajectories.toLocaleString('en')}
                </Link>
              </TableCell>
              <TableCell numeric>{gold.toLocaleString('en')}</TableCell>
            </TableRow>
          ))}
        </tbody>
      </Table>
    </section>
  )
}

const addressOf = (sourceId: string, task: string) =>
  `/trajectories?${new URLSearchParams({ q: `source:${writeValue(sourceId)} task:${writeValue(task)}` })}` as Route
