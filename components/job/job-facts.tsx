import type { ReactNode } from 'react'
import { RelativeTime } from '@/components/ui/relative-time'
import type { JobRow } from '@/lib/data/jobs'

/** Who asked for a job, when it began and ended, and where it runs. */
export function JobFacts({ job, kind }: { job: JobRow; kind: string }) {
  const { person, createdAt, startedAt, finishedAt, queue, id } = job
  return (
    <dl className="grid grid-cols-[max-content_1fr] gap-x-4 gap-y-1">
      <Fact term="Kind">{kind}</Fact>
      <Fact term="Asked for by">
        {person.name}, <RelativeTime at={createdAt} />
      </Fact>
      {startedAt && (
        <Fact term="Begun">
          <RelativeTime at={startedAt} />
        </Fact>
      )}
      {finishedAt && (
        <Fact term="Ended">
          <RelativeTime at={finishedAt} />
        </Fact>
      )}
      <Fact term="Queue">{queue}</Fact>
      <Fact term="Id">
        <span className="font-mono text-xs">{id}</span>
      </Fact>
    </dl>
  )
}

export function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-dim">{term}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </>
  )
}
