/** How one encoder writes a character of a string, without the quotes around the string. */
export type Spell = (character: string, random: () => number) => string

const escapes = (
  character: string,
  digits: (hexadecimal: string, random: () => number) => string,
  random: () => number,
) =>
  Array.from({ length: character.length }, (_, at) => {
    const hexadecimal = character.charCodeAt(at).toString(16).padStart(4, '0')
    return `\\u${digits(hexadecimal, random)}`
  }).join('')

const lower = (hexadecimal: string) => hexadecimal
const upper = (hexadecimal: string) => hexadecimal.toUpperCase()
const either = (hexadecimal: string, random: () => number) =>
  Array.from(hexadecimal, (digit) => (random() < 0.5 ? digit : digit.toUpperCase())).join('')

/** JSON.stringify leaves everything as it is that may stay so; lone surrogates may not. */
const plain = (character: string) => JSON.stringify(character).slice(1, -1)

const beyond =
  (digits: typeof either): Spell =>
  (character, random) =>
    character > '\u007e' ? escapes(character, digits, random) : plain(character)

/** Some of the time one way, some of the time another. */
const sometimes =
  (share: number, one: Spell, other: Spell): Spell =>
  (character, random) =>
    random() < share ? one(character, random) : other(character, random)

const everything =
  (digits: typeof either): Spell =>
  (character, random) =>
    escapes(character, digits, random)
const slashes: Spell = (character) => (character === '/' ? '\\/' : plain(character))

/** The ways in which encoders write JSON, those of the usual libraries first. */
export const spellings: readonly Spell[] = [
  plain,
  plain,
  beyond(lower),
  beyond(lower),
  beyond(upper),
  beyond(either),
  slashes,
  sometimes(0.05, everything(lower), plain),
  sometimes(0.5, beyond(upper), plain),
  sometimes(0.1, everything(upper), beyond(lower)),
  (character, random) =>
    /[\u007f\u2028\u2029]/.test(character) ? escapes(character, lower, random) : plain(character),
]
