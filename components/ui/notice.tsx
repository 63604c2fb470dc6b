import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { cn } from './class-names'

const looks = {
  info: { icon: Info, look: 'border-line bg-well', mark: 'text-dim' },
  good: { icon: CircleCheck, look: 'border-accept/30 bg-accept-wash', mark: 'text-accept' },
  warn: { icon: TriangleAlert, look: 'border-fix/30 bg-fix-wash', mark: 'text-fix' },
  bad: { icon: CircleAlert, look: 'border-reject/30 bg-reject-wash', mark: 'text-reject' },
}

/** A sentence in place: what happened, to what, what was kept and what to do. */
export function Notice({
  tone = 'info',
  title,
  action,
  className,
  children,
}: {
  tone?: keyof typeof looks
  title?: ReactNode
  action?: ReactNode
  className?: string
  children?: ReactNode
}) {
  const { icon: Icon, look, mark } = looks[tone]
  return (
    <div
      {...(tone === 'bad' ? { role: 'alert' } : {})}
      className={cn('flex items-start gap-2 rounded-md border px-3 py-2', look, className)}
    >
      <Icon aria-hidden className={cn('mt-0.5 size-4 shrink-0', mark)} />
      <div className="min-w-0 flex-1 break-words">
        {title !== undefined && <p className="font-medium">{title}</p>}
        {children}
      </div>
      {action}
    </div>
  )
}
