import type { SourceDetail } from '@/lib/data/sources'

/** How much of a source a search finds already. */
export function SearchLag({ source: { searchedUpTo, recordCount } }: { source: SourceDetail }) {
  return (
    <p className="text-dim tabular-nums">
      A search finds {searchedUpTo.toLocaleString('en')} of its {recordCount.toLocaleString('en')} records so far; the
      rest follows by itself.
    </p>
  )
}
