const units = [
  { until: 60, size: 1, name: 's' },
  { until: 3600, size: 60, name: 'min' },
  { until: 86_400, size: 3600, name: 'h' },
  { until: 604_800, size: 86_400, name: 'd' },
]

/** How long before `now` that was: "just now", "3 min ago", "5 d ago"; the date from a week on; "in 3 min" ahead. */
export function sinceText(at: Date, now: Date): string {
  const seconds = Math.round((now.getTime() - at.getTime()) / 1000)
  if (Math.abs(seconds) < 5) return 'just now'
  const unit = units.find(({ until }) => Math.abs(seconds) < until)
  if (!unit) return at.toISOString().slice(0, 10)
  const amount = `${Math.floor(Math.abs(seconds) / unit.size)} ${unit.name}`
  return seconds < 0 ? `in ${amount}` : `${amount} ago`
}
