const keptOfOversized = 64 * 1024

/** Gathers the bytes of one record over chunks. Past the limit it counts and keeps only a beginning. */
export class RecordBuffer {
  length = 0
  oversized = false
  private parts: Uint8Array[] = []
  private kept = 0

  constructor(private readonly limit: number) {}

  /** Copies chunk[start, end). */
  add(chunk: Uint8Array, start: number, end: number): void {
    if (end <= start) return
    this.length += end - start
    if (this.length > this.limit && !this.oversized) this.shed()
    const room = this.oversized ? keptOfOversized - this.kept : end - start
    const size = Math.min(room, end - start)
    if (size <= 0) return
    this.parts.push(chunk.slice(start, start + size))
    this.kept += size
  }

  /** The first bytes, up to 512. */
  peek(): Uint8Array {
    return this.joined().subarray(0, 512)
  }

  /** What was gathered, up to `length` bytes; the buffer is empty afterwards. */
  take(length = this.length): Uint8Array {
    const bytes = this.joined()
    this.parts = []
    this.length = 0
    this.kept = 0
    this.oversized = false
    return length < bytes.length ? bytes.slice(0, length) : bytes
  }

  private joined(): Uint8Array {
    const [first] = this.parts
    if (first === undefined) return new Uint8Array(0)
    if (this.parts.length === 1) return first
    const bytes = new Uint8Array(this.kept)
    let at = 0
    for (const part of this.parts) {
      bytes.set(part, at)
      at += part.length
    }
    return bytes
  }

  private shed(): void {
    this.oversized = true
    const bytes = this.joined()
    this.parts = [bytes.slice(0, keptOfOversized)]
    this.kept = Math.min(bytes.length, keptOfOversized)
  }
}
