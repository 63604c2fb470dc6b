const lines: readonly RegExp[] = [
  /Episode finished, reward = (True|False|-?\d{1,9}(?:\.\d{1,17})?)/,
  /Your score \(min 0\.0, max 1\.0\): (-?\d{1,9}(?:\.\d{1,17})?)/,
]

/** The reward that an environment's last words announce, or null. It is no observation to act upon: nothing follows it. */
export function scoreIn(observation: string | null): number | null {
  if (observation === null) return null
  const end = observation.slice(-2000)
  for (const line of lines) {
    const found = line.exec(end)?.[1]
    if (found !== undefined) return found === 'True' ? 1 : found === 'False' ? 0 : Number(found)
  }
  return null
}
