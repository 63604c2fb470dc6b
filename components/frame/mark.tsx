/** The mark: four steps and their end, as the strip draws them. */
export function Mark() {
  return (
    <svg aria-hidden viewBox="0 0 16 16" className="size-4 shrink-0">
      <circle cx="3" cy="8" r="2.25" className="fill-match" />
      <path d="M8 5.75a2.25 2.25 0 0 0 0 4.5z" className="fill-arguments" />
      <circle cx="8" cy="8" r="1.75" className="fill-none stroke-arguments" />
      <rect x="12" y="4" width="2.5" height="8" rx=".5" className="fill-ink" />
    </svg>
  )
}
