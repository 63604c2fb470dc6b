/** What a byte means between strings of a JSON text. */
export const outside = { plain: 0, quote: 1, open: 2, close: 3, newline: 4, illegal: 5 } as const

/** What a byte means inside a string. */
export const inside = { plain: 0, quote: 1, backslash: 2, control: 3 } as const

/** Class of each byte outside strings: white space, digits and the letters of true, false, null, NaN and Infinity are plain. */
export const outsideClass: Uint8Array = classes(outside.illegal, [
  [' \t\r0123456789+-.eE:,truefalsnNaInity', outside.plain],
  ['"', outside.quote],
  ['{[', outside.open],
  ['}]', outside.close],
  ['\n', outside.newline],
])

/** Class of each byte inside a string: JSON allows every byte but control characters. */
export const insideClass: Uint8Array = classes(inside.plain, [
  [String.fromCharCode(...Array(32).keys()), inside.control],
  ['"', inside.quote],
  ['\\', inside.backslash],
])

export const openBrace = 0x7b
export const openBracket = 0x5b
export const closeBrace = 0x7d
export const closeBracket = 0x5d
export const comma = 0x2c
export const colon = 0x3a
export const quote = 0x22
export const newline = 0x0a

/** Whether the byte is JSON's white space. */
export function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === newline || byte === 0x0d || byte === 0x09
}

function classes(otherwise: number, given: readonly (readonly [string, number])[]): Uint8Array {
  const table = new Uint8Array(256).fill(otherwise)
  for (const [characters, name] of given) for (const each of characters) table[each.charCodeAt(0)] = name
  return table
}
