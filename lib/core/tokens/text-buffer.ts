/// <reference lib="es2024.string" />
const encoder = new TextEncoder()

/**
 * A text beside its UTF-8 bytes, reused from text to text so that a scan allocates nothing.
 *
 * The bytes lie in [start, end); the byte before them is a space, which tokenizers that add one read too. Sixteen bytes
 * behind the end may be read and mean nothing. A lone surrogate becomes U+FFFD, as in every UTF-8 encoder.
 */
export class TextBuffer {
  readonly start = 8
  end = this.start
  text = ''
  bytes = new Uint8Array(0)
  view = new DataView(this.bytes.buffer)

  constructor(capacity = 1 << 16) {
    this.grow(capacity)
  }

  load(text: string): void {
    if (this.start + text.length * 3 + 16 > this.bytes.length) this.grow(text.length * 3)
    this.text = text
    this.end = this.start + encoder.encodeInto(text, this.bytes.subarray(this.start)).written
  }

  private grow(capacity: number): void {
    this.bytes = new Uint8Array(2 ** Math.ceil(Math.log2(capacity + this.start + 16)))
    this.view = new DataView(this.bytes.buffer)
    this.bytes[this.start - 1] = 0x20
  }
}
