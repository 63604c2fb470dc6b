import Link from 'next/link'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { parseSort } from '@/lib/core/trajectory/sort'
import { listHref } from './list-address'

/** The list without a row: because nothing is in the store, or because nothing answers the query. */
export function NoTrajectories({ asked, mayImport, level = 2 }: { asked: boolean; mayImport: boolean; level?: 1 | 2 }) {
  if (asked)
    return (
      <EmptyState
        title="No trajectory answers this query"
        action={
          <Button asChild>
            <Link href={listHref({ q: '', sort: parseSort(undefined), at: null })}>Show all</Link>
          </Button>
        }
      >
        Take a condition out, or look for a part of a word in quotes.
      </EmptyState>
    )
  return (
    <EmptyState
      level={level}
      title="No trajectories yet"
      action={
        mayImport && (
          <Button asChild variant="primary">
            <Link href={{ pathname: '/sources' }}>Import a file</Link>
          </Button>
        )
      }
    >
      What agents, people and pipelines did, step by step, is read here and judged.{' '}
      {mayImport ? 'Import a file to begin.' : 'Somebody who may import has to bring a file in first.'}
    </EmptyState>
  )
}
