import { CircleCheck } from 'lucide-react'
import { Notice } from '@/components/ui/notice'
import type { ChainState } from '@/lib/data/entries'

/** Whether the log is what was written. */
export async function ChainLine({ state }: { state: Promise<ChainState> }) {
  const found = await state
  if (!found.whole)
    return (
      <Notice tone="bad" title="The log is not what was written">
        {found.reason}. Compare it with a backup, and with the head that a release manifest names.
      </Notice>
    )
  return (
    <p className="flex items-center gap-1.5 text-dim">
      <CircleCheck aria-hidden className="size-4 text-accept" />
      <span>
        Chain verified: {Number(found.entries).toLocaleString('en')} entries, head{' '}
        <code className="font-mono" title={found.head}>
          {found.head.slice(0, 12)}
        </code>
      </span>
    </p>
  )
}
