'use client'

import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Page } from '@/components/ui/page'

/** What nobody expected. What was stored is as it was; the digest finds the line in the server's log. */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <Page>
      <EmptyState level={1} title="This page could not be made" action={<Button onClick={reset}>Try again</Button>}>
        <p>Nothing that was saved is lost. If it happens again, tell whoever runs this Assay what you were doing.</p>
        {error.digest !== undefined && (
          <p className="mt-2 text-xs">
            The server’s log has the reason under <code className="font-mono">{error.digest}</code>.
          </p>
        )}
      </EmptyState>
    </Page>
  )
}
