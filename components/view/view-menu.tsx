'use client'

import { BookmarkPlus, ChevronDown, Trash2, Users } from 'lucide-react'
import Link from 'next/link'
import { useState, useTransition } from 'react'
import { toast } from 'sonner'
import { listHref } from '@/components/trajectory/list-address'
import { Button } from '@/components/ui/button'
import { DropdownMenu, MenuItem, MenuLabel, MenuSeparator } from '@/components/ui/dropdown-menu'
import { parseSort } from '@/lib/core/trajectory/sort'
import type { KeepResult, KeptView } from '@/lib/core/view/view'
import type { Result } from '@/lib/result'
import { KeepView } from './keep-view'

export type Keep = (input: unknown) => Promise<KeepResult>
export type Remove = (input: unknown) => Promise<Result<null, 'not-found' | 'name-taken' | 'forbidden'>>

/** The kept lists, one's own first, and the way to keep the one on screen. */
export function ViewMenu({
  views,
  list,
  mayShare,
  keep,
  remove,
}: {
  views: readonly KeptView[]
  list: { query: string; sort: string }
  mayShare: boolean
  keep: Keep
  remove: Remove
}) {
  const [keeping, setKeeping] = useState(false)
  const own = views.filter((view) => view.own)
  const others = views.filter((view) => !view.own)
  const current = views.find((view) => view.query === list.query && view.sort === list.sort)
  return (
    <>
      <DropdownMenu
        trigger={
          <Button>
            <span className="max-w-40 truncate">{current?.name ?? 'Views'}</span>
            <ChevronDown aria-hidden />
          </Button>
        }
      >
        <MenuItem onSelect={() => setKeeping(true)}>
          <BookmarkPlus aria-hidden /> Keep this list…
        </MenuItem>
        {views.length === 0 && <MenuLabel>A kept list comes back with one click, for you or for everybody.</MenuLabel>}
        <Group title="Yours" views={own} remove={remove} />
        <Group title="Shared" views={others} remove={remove} />
      </DropdownMenu>
      <KeepView open={keeping} onOpenChange={setKeeping} list={list} mayShare={mayShare} keep={keep} />
    </>
  )
}

function Group({ title, views, remove }: { title: string; views: readonly KeptView[]; remove: Remove }) {
  const take = useRemoval(remove)
  if (views.length === 0) return null
  return (
    <>
      <MenuSeparator />
      <MenuLabel>{title}</MenuLabel>
      {views.map((view) => (
        <div key={view.id} className="flex items-center">
          <MenuItem asChild className="min-w-0 flex-1">
            <Link href={listHref({ q: view.query, sort: parseSort(view.sort), at: null })} title={view.query}>
              <span className="truncate">{view.name}</span>
              {view.shared && <Users aria-label={view.own ? 'shared with everybody' : `shared by ${view.person}`} />}
            </Link>
          </MenuItem>
          {view.own && (
            <MenuItem aria-label={`Remove the view ${view.name}`} onSelect={() => take(view)}>
              <Trash2 aria-hidden />
            </MenuItem>
          )}
        </div>
      ))}
    </>
  )
}

/** Takes a view away at once; the toast takes that back. */
function useRemoval(remove: Remove) {
  const [, startTransition] = useTransition()
  const change = (view: KeptView, removed: boolean) =>
    startTransition(async () => {
      const result = await remove({ id: view.id, removed })
      if (!result.ok) return void toast(reasons[result.reason])
      if (removed) toast(`Removed “${view.name}”.`, { action: { label: 'Undo', onClick: () => change(view, false) } })
    })
  return (view: KeptView) => change(view, true)
}

const reasons = {
  'not-found': 'This view is no longer there.',
  'name-taken': 'Another view of yours bears this name by now.',
  forbidden: 'Your role does not keep views.',
}
