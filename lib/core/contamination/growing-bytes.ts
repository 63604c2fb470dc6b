import { sharedBytes } from './shared-arrays'

/** Bytes that grow by doubling. */
export class GrowingBytes {
  private values = new Uint8Array(1 << 16)
  length = 0

  /** Adds bytes and returns where they begin. */
  append(bytes: Uint8Array): number {
    const start = this.length
    if (start + bytes.length > this.values.length) {
      const wider = new Uint8Array(2 ** Math.ceil(Math.log2(start + bytes.length)))
      wider.set(this.values)
      this.values = wider
    }
    this.values.set(bytes, start)
    this.length += bytes.length
    return start
  }

  slice(start: number, end: number): Uint8Array {
    return this.values.slice(start, end)
  }

  /** A copy in shared memory, with sixteen bytes behind that may be read and mean nothing. */
  shared(): Uint8Array {
    const copy = sharedBytes(this.length + 16)
    copy.set(this.values.subarray(0, this.length))
    return copy
  }
}
