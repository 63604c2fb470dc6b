/**
 * Offsets in Unicode code points for offsets in UTF-8 bytes. A byte inside of a character belongs to it: a beginning moves
 * to the character's, an end behind it.
 */
export class TextOffsets {
  /** For each code point the byte it begins at, and behind the last one the number of bytes. */
  private readonly bytes: number[] = [0]

  constructor(text: string) {
    let at = 0
    for (const character of text) {
      const point = character.codePointAt(0) ?? 0
      at += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
      this.bytes.push(at)
    }
  }

  /** The code point that holds the byte. */
  start(byte: number): number {
    let low = 0
    let high = this.bytes.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.bytes[middle] ?? 0) <= byte) low = middle
      else high = middle - 1
    }
    return low
  }

  /** The first code point that begins at or behind the byte. */
  end(byte: number): number {
    const start = this.start(byte)
    return this.bytes[start] === byte ? start : start + 1
  }
}
