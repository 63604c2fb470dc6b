import type { ReactNode } from 'react'
import { Mark } from '@/components/frame/mark'

/** A page for people who are not signed in: one column, one task. */
export function Entrance({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-sm flex-col justify-center gap-4 px-4 py-12">
      <header className="space-y-1">
        <p className="flex items-center gap-2 text-dim">
          <Mark /> Assay
        </p>
        <h1 className="font-semibold text-xl">{title}</h1>
        {lead !== undefined && <div className="text-dim">{lead}</div>}
      </header>
      {children}
    </main>
  )
}
