'use client'

import { Button } from '@/components/ui/button'
import type { RecordedVerdict } from '@/lib/core/review/verdict'
import type { VerdictState } from './use-verdict'

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })
const at = (iso: string) => (
  <time dateTime={iso} title={iso} suppressHydrationWarning>
    {clock.format(new Date(iso))}
  </time>
)

/** What became of the last press, where it was pressed. */
export function VerdictStatus({ state, sending, undo }: { state: VerdictState; sending: boolean; undo: () => void }) {
  return (
    <div role="status" className="flex min-h-6 items-center gap-2">
      {sending ? (
        <span className="text-dim">Saving…</span>
      ) : state.is === 'saved' ? (
        <>
          <span className="text-accept">✓ Saved {at(state.at)}</span>
          <Button variant="quiet" size="sm" onClick={undo}>
            Undo
          </Button>
        </>
      ) : state.is === 'withdrawn' ? (
        <span className="text-dim">Taken back {at(state.at)}</span>
      ) : state.is === 'refused' ? (
        <span id="verdict-problem" className="text-reject">
          {state.message}
        </span>
      ) : null}
    </div>
  )
}

/** Verdicts that came first: what they say, and that nothing of one's own is lost. */
export function VerdictConflict({ latest, personId }: { latest: readonly RecordedVerdict[]; personId: string }) {
  const own = latest[0]?.personId === personId
  return (
    <div role="alert" className="rounded-md border border-disputed/40 bg-disputed-wash px-3 py-2">
      <p className="font-medium">
        {own ? 'You recorded another verdict elsewhere, perhaps in another window.' : 'Another verdict came first.'}{' '}
        This one is not saved yet; what you typed is still here. Submit again to record it
        {own ? ' in its place.' : ' too.'}
      </p>
      <VerdictList verdicts={latest} />
      {latest.length === 0 && <p>It was taken back again.</p>}
    </div>
  )
}

const glyphs = { accept: '✓', fix: '✎', reject: '✕', withdrawn: '↶' }

/** Who said what, when, and why. */
export function VerdictList({ verdicts }: { verdicts: readonly RecordedVerdict[] }) {
  return (
    <ul className="max-h-32 overflow-y-auto">
      {verdicts.map((verdict) => (
        <li key={verdict.personId} className="flex gap-2">
          <span className="shrink-0 font-medium">{verdict.person}</span>
          <span className="shrink-0">
            <span aria-hidden>{glyphs[verdict.choice]}</span> {verdict.choice}
          </span>
          <span className="shrink-0 text-faint">{at(verdict.at)}</span>
          <span className="verbatim min-w-0 text-dim">{verdict.note}</span>
        </li>
      ))}
    </ul>
  )
}
