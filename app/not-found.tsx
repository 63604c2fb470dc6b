import Link from 'next/link'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Page } from '@/components/ui/page'

export default function NotFound() {
  return (
    <Page>
      <EmptyState
        level={1}
        title="There is nothing at this address"
        action={
          <Button asChild>
            <Link href="/">Go to the start</Link>
          </Button>
        }
      >
        It may have been deleted, or it may not be yours to see.
      </EmptyState>
    </Page>
  )
}
