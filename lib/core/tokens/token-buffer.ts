/** Token ids of one text, reused from text to text. */
export class TokenBuffer {
  ids = new Int32Array(1 << 14)
  length = 0

  /** Makes room for `count` ids in all; what is there stays. */
  reserve(count: number): void {
    if (count <= this.ids.length) return
    const wider = new Int32Array(2 ** Math.ceil(Math.log2(count)))
    wider.set(this.ids)
    this.ids = wider
  }

  push(id: number): void {
    this.reserve(this.length + 1)
    this.ids[this.length++] = id
  }

  /** A copy of the ids. */
  taken(): Int32Array {
    return this.ids.slice(0, this.length)
  }
}
