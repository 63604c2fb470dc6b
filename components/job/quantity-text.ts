const units = ['bytes', 'kB', 'MB', 'GB', 'TB']
const whole = new Intl.NumberFormat('en')

/** Bytes as a person reads them: "812 bytes", "3.1 kB", "1.2 GB". */
export function bytesText(bytes: number): string {
  let amount = bytes
  let unit = 0
  while (amount >= 999.5 && unit < units.length - 1) {
    amount /= 1000
    unit += 1
  }
  return `${unit === 0 ? whole.format(amount) : amount.toFixed(amount < 10 ? 1 : 0)} ${units[unit]}`
}

/** What a job counts: "3.1 MB" or "1,204 records". */
export function quantityText(amount: number, unit: string): string {
  return unit === 'bytes' ? bytesText(amount) : `${whole.format(Math.round(amount))} ${unit}`
}

/** "4 s", "3 min", "2 h 10 min". */
export function durationText(seconds: number): string {
  if (seconds < 60) return `${Math.ceil(seconds)} s`
  const minutes = Math.round(seconds / 60)
  if (minutes < 60) return `${minutes} min`
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}
