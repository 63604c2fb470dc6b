'use client'

import { useRef } from 'react'
import { useHotkeys } from 'react-hotkeys-hook'
import { somethingIsOpen, useShortcuts } from '@/components/frame/shortcuts'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/class-names'
import { Kbd } from '@/components/ui/kbd'
import { Textarea } from '@/components/ui/textarea'
import { ToggleGroup } from '@/components/ui/toggle-group'
import { type BarReview, type RecordVerdict, useVerdict } from './use-verdict'
import { answerOfKey, choiceOfKey, choiceOptions, honestOptions, rightOptions, verdictKeys } from './verdict-options'
import { VerdictConflict, VerdictList, VerdictStatus } from './verdict-status'

/** Tells the page how much of the window the bar covers, so that nothing focused hides behind it. */
function measureFoot(bar: HTMLElement | null) {
  if (bar === null) return
  const observer = new ResizeObserver(() =>
    document.documentElement.style.setProperty('--foot', `${bar.getBoundingClientRect().height}px`),
  )
  observer.observe(bar)
  return () => {
    observer.disconnect()
    document.documentElement.style.removeProperty('--foot')
  }
}

/** The bar at the foot of the reader: what this person decides of this revision. */
export function VerdictBar({ review, record }: { review: BarReview; record: RecordVerdict }) {
  const { draft, change, submit, undo, state, sending } = useVerdict(review, record)
  const note = useRef<HTMLTextAreaElement>(null)
  const options = { ignoreEventWhen: somethingIsOpen, useKey: true }
  useShortcuts(verdictKeys)
  useHotkeys(
    'a,f,r',
    ({ key }) => {
      change({ choice: choiceOfKey(key) })
      if (key === 'r') note.current?.focus()
    },
    { ...options, preventDefault: true },
  )
  useHotkeys('1,2,3,4,5,6', ({ key }) => change(answerOfKey(key)), options)
  useHotkeys('w', () => note.current?.focus(), { ...options, preventDefault: true })
  useHotkeys('mod+enter', submit, { enableOnFormTags: true, preventDefault: true, ignoreEventWhen: somethingIsOpen })
  const noteRefused = state.is === 'refused' && state.field === 'note'
  return (
    <section
      ref={measureFoot}
      aria-label="Your verdict"
      className="sticky bottom-0 z-20 max-h-[60vh] space-y-2 overflow-y-auto border-t bg-surface px-4 py-2.5 sm:px-6"
    >
      {state.is === 'conflict' && <VerdictConflict latest={state.latest} personId={review.personId} />}
      {state.is === 'saved' && review.others.length > 0 && <VerdictList verdicts={review.others} />}
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        <ToggleGroup
          label="Verdict"
          hideLabel
          value={draft.choice}
          options={choiceOptions}
          onChange={(choice) => change({ choice })}
        />
        <div className={cn('contents', draft.choice === null && 'max-sm:hidden')}>
          <ToggleGroup
            label="Actions right?"
            value={draft.actionsRight}
            options={rightOptions}
            onChange={(actionsRight) => change({ actionsRight })}
          />
          <ToggleGroup
            label="Rationale honest?"
            value={draft.rationaleHonest}
            options={honestOptions}
            onChange={(rationaleHonest) => change({ rationaleHonest })}
          />
        </div>
      </div>
      <div className="flex flex-wrap items-end gap-x-3 gap-y-2">
        <Textarea
          ref={note}
          aria-label="Note"
          aria-invalid={noteRefused}
          aria-describedby={noteRefused ? 'verdict-problem' : undefined}
          placeholder={draft.choice === 'reject' ? 'Why? A rejection needs a note.' : 'Note'}
          rows={1}
          maxLength={10_000}
          value={draft.note}
          onChange={(event) => change({ note: event.target.value })}
          onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
          className="max-h-40 min-h-7 min-w-0 flex-1 basis-64"
        />
        <Button variant="primary" onClick={submit} aria-disabled={sending}>
          Submit{' '}
          <Kbd
            keys="Mod+Enter"
            className="max-sm:hidden [&_kbd]:border-transparent [&_kbd]:bg-transparent [&_kbd]:text-on-accent"
          />
        </Button>
        <VerdictStatus state={state} sending={sending} undo={undo} />
      </div>
    </section>
  )
}
