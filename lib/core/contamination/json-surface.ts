/**
 * How the bytes of a text look inside a line of JSON. Encoders agree on most of it; where they don't, there is either a
 * spelling for each way (characters beyond ASCII: as they are, or escaped in lower or upper case), or the place is
 * *unstable* and nothing is searched across it.
 */
export type Surface = {
  bytes: Uint8Array
  /** For each byte of the text and the one behind it, where it begins in `bytes`; inside a character, where that ends. */
  starts: Int32Array
  /** The same, but inside a character where that begins. */
  ends: Int32Array
  /** Whether any place is unstable; such a place holds the byte `unstable`. */
  broken: boolean
}

/** `ascii` takes no character beyond ASCII, so that how they are spelled doesn't matter. */
export type Spelling = 'ascii' | 'raw' | 'lower' | 'upper'

/** A byte that no line of JSON holds. */
export const unstable = 0x0a

const backslash = 0x5c
const encoder = new TextEncoder()

/** What stands behind the backslash of a character that JSON escapes with one letter. */
const letters: ReadonlyMap<number, number> = new Map(
  Object.entries({ '\b': 'b', '\t': 't', '\n': 'n', '\f': 'f', '\r': 'r', '"': '"', '\\': '\\' }).map(
    ([character, letter]) => [character.charCodeAt(0), letter.charCodeAt(0)],
  ),
)

/** Characters that encoders escape although they leave others as they are, and U+FFFD, which stands for broken things. */
const wavering: ReadonlySet<number> = new Set([0x7f, 0x2028, 0x2029, 0xfffd])

/** Whether a character of one byte looks the same in every encoding that needs no reading in full. */
const isPlain = (point: number) => point >= 0x20 && point < 0x7f && point !== 0x22 && point !== backslash

/**
 * The surface of a text in one spelling.
 *
 * @param conflated  a character that is the same token as a space and is taken for one: training text that has it must
 *                   be read in full, so that only the space is left to look for
 */
export function jsonSurface(text: string, spelling: Spelling, conflated: string | null): Surface {
  const size = encoder.encode(text).length
  const surface = { bytes: new Uint8Array(6 * text.length), starts: new Int32Array(size + 1), broken: false }
  const ends = new Int32Array(size + 1)
  const { bytes, starts } = surface
  let read = 0
  let written = 0
  for (const character of text) {
    const point = character === conflated ? 0x20 : (character.codePointAt(0) ?? 0)
    starts[read] = ends[read] = written
    const before = written
    if (isPlain(point)) bytes[written++] = point
    else if (isSpelled(point, spelling)) written = spell(character, point, spelling, bytes, written)
    else {
      bytes[written++] = unstable
      surface.broken = true
    }
    for (let inside = read + widthOf(character); --inside > read; ) {
      starts[inside] = written
      ends[inside] = before
    }
    read += widthOf(character)
  }
  starts[read] = ends[read] = written
  return { ...surface, bytes: bytes.subarray(0, written), ends }
}

function isSpelled(point: number, spelling: Spelling): boolean {
  if (wavering.has(point)) return false
  if (point < 0x80) return letters.has(point)
  return spelling !== 'ascii' && !(point >= 0xd800 && point <= 0xdfff)
}

function widthOf(character: string): number {
  const point = character.codePointAt(0) ?? 0
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
}

function spell(character: string, point: number, spelling: Spelling, out: Uint8Array, at: number): number {
  const letter = letters.get(point)
  if (letter !== undefined) {
    out[at] = backslash
    out[at + 1] = letter
    return at + 2
  }
  const bytes = encoder.encode(spelling === 'raw' ? character : escaped(character, spelling === 'upper'))
  out.set(bytes, at)
  return at + bytes.length
}

function escaped(character: string, upper: boolean): string {
  const units = Array.from({ length: character.length }, (_, at) =>
    character.charCodeAt(at).toString(16).padStart(4, '0'),
  )
  return units.map((unit) => `\\u${upper ? unit.toUpperCase() : unit}`).join('')
}
