import Link from 'next/link'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { SourceDetail } from '@/lib/data/sources'
import { Accounting } from './accounting'
import { trajectoriesOf } from './source-address'

/** What an import has come to so far, with the ways on. */
export function ImportResult({ source, known }: { source: SourceDetail; known: boolean }) {
  const { id, name, trajectoryCount, agentTurnCount, goldLinkedCount } = source
  return (
    <section aria-label="What came of it" className="space-y-3 rounded-md border p-3">
      {known && (
        <Notice title="It was in the store already">
          A file with the same bytes was imported before, so nothing was added. This is what it came to then.
        </Notice>
      )}
      <Accounting counts={source} sourceId={id} />
      <p className="text-dim tabular-nums">
        {trajectoryCount.toLocaleString('en')} trajectories with {agentTurnCount.toLocaleString('en')} agent turns,{' '}
        {goldLinkedCount.toLocaleString('en')} of them with gold.
      </p>
      <div className="flex flex-wrap gap-2">
        {trajectoryCount > 0 && (
          <Button asChild variant="primary">
            <Link href={trajectoriesOf(id)}>Show its trajectories</Link>
          </Button>
        )}
        <Button asChild>
          <Link href={`/sources/${id}`}>Source {name}</Link>
        </Button>
      </div>
    </section>
  )
}
