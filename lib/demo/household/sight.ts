/** The things that an observation of a home lists. */
export function thingsIn(observation: string | null | undefined): string[] {
  const [, list = ''] = /(?:In|On) it you see (.+?)\./.exec(observation ?? '') ?? []
  return list
    .split(/, | and /)
    .map((name) => name.replace(/ \(.*/, ''))
    .filter((name) => name !== '')
}

/** The places to go to that an observation of a home offers. */
export function offeredPlaces(observation: string | null | undefined): string[] {
  return [...(observation ?? '').matchAll(/go to ([a-z ]+ \d+)/g)].map(([, place = '']) => place)
}
