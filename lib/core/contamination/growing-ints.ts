/** A list of numbers that grows by doubling and can be emptied without giving its memory back. */
export class GrowingInts {
  values: Int32Array
  length = 0

  constructor(capacity = 64) {
    this.values = new Int32Array(capacity)
  }

  push(value: number): void {
    if (this.length === this.values.length) this.reserve(this.length + 1)
    this.values[this.length++] = value
  }

  append(source: Int32Array, from: number, to: number): void {
    this.reserve(this.length + to - from)
    const { values } = this
    let at = this.length
    for (let i = from; i < to; i++) values[at++] = source[i] ?? 0
    this.length = at
  }

  at(index: number): number {
    return this.values[index] ?? 0
  }

  taken(): Int32Array {
    return this.values.slice(0, this.length)
  }

  private reserve(length: number): void {
    if (length <= this.values.length) return
    const wider = new Int32Array(2 ** Math.ceil(Math.log2(length)))
    wider.set(this.values)
    this.values = wider
  }
}
