import type { ReactNode } from 'react'

/** What the page is, one line about it, and its one primary action at the right. */
export function PageHeader({
  title,
  count,
  children,
  actions,
}: {
  title: ReactNode
  count?: number | undefined
  children?: ReactNode
  actions?: ReactNode
}) {
  return (
    <header className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
      <div className="min-w-0">
        <h1 className="flex items-baseline gap-2 font-semibold text-lg">
          {title}
          {count !== undefined && (
            <span className="font-normal text-faint text-sm tabular-nums">{count.toLocaleString('en')}</span>
          )}
        </h1>
        {children !== undefined && <div className="max-w-[75ch] text-dim">{children}</div>}
      </div>
      {actions !== undefined && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </header>
  )
}
