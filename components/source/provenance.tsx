import { Fact } from '@/components/job/job-facts'
import { bytesText } from '@/components/job/quantity-text'
import { CopyButton } from '@/components/ui/copy-button'
import { RelativeTime } from '@/components/ui/relative-time'
import type { SourceDetail } from '@/lib/data/sources'

const origins = { upload: 'uploaded', command: 'by command', example: 'part of the example workspace' }

/** Where a source comes from, who brought it and how it was read. */
export function Provenance({ source }: { source: SourceDetail }) {
  const { format, formatReason, sha256, byteCount, originUrl, options } = source
  return (
    <section className="space-y-1">
      <h2 className="font-semibold text-base">Provenance</h2>
      <dl className="grid grid-cols-[max-content_1fr] gap-x-4 gap-y-1">
        <Fact term="Licence">{source.licence ?? <Unsaid />}</Fact>
        <Fact term="Published at">{originUrl ?? <Unsaid />}</Fact>
        <Fact term="Brought by">
          {source.importedBy.name}, {origins[source.origin]}, <RelativeTime at={source.createdAt} />
        </Fact>
        <Fact term="Format">
          {format}
          {formatReason && <span className="text-dim">: {formatReason}</span>}
        </Fact>
        {source.taskName && <Fact term="Task, as given">{source.taskName}</Fact>}
        {source.model && <Fact term="Model, as given">{source.model}</Fact>}
        {source.method && <Fact term="Method, as given">{source.method}</Fact>}
        {options.gold.length > 0 && <Fact term="Gold file">{options.gold.join(', ')}</Fact>}
        <Fact term="Size">
          {bytesText(Number(byteCount))} ({byteCount.toLocaleString('en')} bytes)
        </Fact>
        <Fact term="sha256">
          <span className="break-all font-mono text-xs">{sha256}</span>{' '}
          <CopyButton text={sha256} label="Copy the sha256" />
        </Fact>
        <Fact term="Read by">{source.toolVersion}</Fact>
        <Fact term="Id">
          <span className="font-mono text-xs">{source.id}</span>
        </Fact>
      </dl>
    </section>
  )
}

const Unsaid = () => <span className="text-faint">not said</span>
