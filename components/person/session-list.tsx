'use client'

import { useTransition } from 'react'
import { toast } from 'sonner'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { RelativeTime } from '@/components/ui/relative-time'
import type { OwnSession } from '@/lib/data/sessions'
import type { Result } from '@/lib/result'
import { browserName } from './browser-name'

type End = (input: { id: string }) => Promise<Result<{ ended: number }, string>>

/** Every browser this person is signed in with; any but this one can be signed out from here. */
export function SessionList({ sessions, here, end }: { sessions: OwnSession[]; here: string | null; end: End }) {
  const [waiting, start] = useTransition()
  const run = (id: string) =>
    start(async () => {
      const ended = await end({ id })
      if (ended.ok) toast.success('Signed out there')
      else toast.error('It had already ended.')
    })
  return (
    <ul className="divide-y border-y">
      {sessions.map(({ id, userAgent, ipAddress, createdAt }) => (
        <li key={id} className="flex min-h-10 items-center gap-3 py-1">
          <span className="min-w-0 flex-1">
            <span title={userAgent ?? ''}>{browserName(userAgent)}</span>
            <span className="text-dim">
              {ipAddress ? `, ${ipAddress}` : ''}, since <RelativeTime at={createdAt} />
            </span>
          </span>
          {id === here ? (
            <Badge tone="accent">this browser</Badge>
          ) : (
            <Button size="sm" disabled={waiting} onClick={() => run(id)}>
              Sign out there
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
