import type { Metadata } from 'next'
import Link from 'next/link'
import { Suspense } from 'react'
import { ChainLine } from '@/components/person/chain-line'
import { EntryTable } from '@/components/person/entry-table'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { Pager } from '@/components/ui/pager'
import { requireRight } from '@/lib/auth/session'
import { verifyChain } from '@/lib/data/entries'
import { countEntries, ENTRIES_A_PAGE, listEntries } from '@/lib/data/entry-pages'
import { firstOf } from '@/lib/search-params'

export const metadata: Metadata = { title: 'Audit log' }

/** Up to here the whole chain is recomputed with every look; above it, when asked. */
const QUICK = 20_000

export default async function EntriesPage({ searchParams }: PageProps<'/people/entries'>) {
  const viewer = await requireRight('entry.read')
  const { before, check } = await searchParams
  const from = /^\d{1,18}$/.exec(firstOf(before) ?? '')
  const rows = await listEntries(viewer, from ? BigInt(from[0]) : null)
  const total = await countEntries()
  const oldest = rows.at(-1)?.seq ?? 0

  return (
    <Page>
      <PageHeader title="Audit log" count={total}>
        Who did what, newest first. Nothing in it can be changed or removed.
      </PageHeader>
      {total <= QUICK || check !== undefined ? (
        <Suspense fallback={<p className="text-dim">Recomputing the chain of {total.toLocaleString('en')} hashes…</p>}>
          <ChainLine state={verifyChain()} />
        </Suspense>
      ) : (
        <Link className="link" href="/people/entries?check">
          Recompute the chain of {total.toLocaleString('en')} hashes
        </Link>
      )}
      <EntryTable rows={rows} />
      <Pager
        label="Pages of the log"
        says={
          rows.length === 0 ? 'Nothing here' : `${rows[0]?.seq.toLocaleString('en')} to ${oldest.toLocaleString('en')}`
        }
        previous={from ? '/people/entries' : null}
        next={rows.length === ENTRIES_A_PAGE && oldest > 1 ? `/people/entries?before=${oldest}` : null}
      />
    </Page>
  )
}
