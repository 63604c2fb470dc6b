import type { ReactNode } from 'react'

/** A flag as the reader needs it: its place in the text in code points, and what it says. */
export type FlagSpan = { id: string; kind: string; start: number; end: number; says: string }

/** A flagged span: underlined, with the flag's sign and its words. */
export function FlagMark({ flag, children }: { flag: FlagSpan; children: ReactNode }) {
  return (
    <mark
      id={`flag-${flag.id}`}
      data-flag
      tabIndex={-1}
      title={`${flag.kind}: ${flag.says}`}
      className="rounded-sm bg-flag-wash text-ink underline decoration-2 decoration-flag decoration-wavy underline-offset-4"
    >
      {children}
      <span className="ml-0.5 text-flag no-underline">⚑</span>
      <span className="sr-only"> (flag: {flag.kind})</span>
    </mark>
  )
}

/** Text with its flagged spans marked. Of spans that overlap, the later one is marked from where the earlier one ends. */
export function FlaggedText({ text, flags }: { text: string; flags: readonly FlagSpan[] }) {
  if (flags.length === 0) return text
  const points = [...text]
  const slice = (from: number, to: number) => points.slice(from, to).join('')
  let at = 0
  const marked = [...flags]
    .sort((a, b) => a.start - b.start)
    .map((flag) => {
      const from = Math.max(at, flag.start)
      const before = slice(at, from)
      at = Math.max(at, flag.end)
      return (
        <span key={flag.id}>
          {before}
          {from < at && <FlagMark flag={flag}>{slice(from, at)}</FlagMark>}
        </span>
      )
    })
  return (
    <>
      {marked}
      {slice(at, points.length)}
    </>
  )
}
