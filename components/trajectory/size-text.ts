/** A length of text as a person reads it: "812 characters", "3.1 k characters". */
export function sizeText(codePoints: number): string {
  if (codePoints < 1000) return `${codePoints} ${codePoints === 1 ? 'character' : 'characters'}`
  if (codePoints < 999_950) return `${(codePoints / 1000).toFixed(1)} k characters`
  return `${(codePoints / 1_000_000).toFixed(1)} M characters`
}
