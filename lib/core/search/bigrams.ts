// Scripts that do not divide words by spaces: a search for a part of a sentence must find it.
const RUN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}ー々〆]+/gu

/**
 * Every pair of neighbouring characters in the text's runs of Chinese, Japanese, Korean and Thai, and a run of a single
 * character as it is, divided by spaces: words by which an index finds any part of them. Empty where there is none.
 */
export function bigrams(text: string): string {
  const found: string[] = []
  for (const [run] of text.matchAll(RUN)) {
    const characters = Array.from(run)
    const [only] = characters
    if (characters.length === 1 && only) found.push(only)
    for (let at = 0; at + 1 < characters.length; at++) found.push(`${characters[at]}${characters[at + 1]}`)
  }
  return found.join(' ')
}
