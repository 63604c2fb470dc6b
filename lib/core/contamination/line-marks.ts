/** The lines of a chunk of a file, and which of them must be read in full. */
export class LineMarks {
  /** The chunk begins at 0 of the buffer and ends, with a line, at `end`. */
  bytes: Buffer
  words: Int32Array
  view: DataView
  end = 0
  count = 0
  private starts = new Int32Array(1 << 10)
  private marked = new Uint8Array(1 << 10)

  constructor(capacity: number) {
    const buffer = new ArrayBuffer(Math.ceil(capacity / 8) * 8 + 8)
    this.bytes = Buffer.from(buffer)
    this.words = new Int32Array(buffer)
    this.view = new DataView(buffer)
  }

  /** Cuts bytes [0, end) into lines, none marked. A last line without its line break counts too. */
  cut(end: number): void {
    this.end = end
    this.count = 0
    for (let start = 0; start < end; ) {
      if (this.count + 1 >= this.starts.length) this.widen()
      this.starts[this.count++] = start
      const next = this.bytes.indexOf(lineBreak, start)
      start = next < 0 || next >= end ? end : next + 1
    }
    this.starts[this.count] = end
    this.marked.fill(0, 0, this.count)
  }

  start(line: number): number {
    return this.starts[line] ?? 0
  }

  isMarked(line: number): boolean {
    return this.marked[line] === 1
  }

  /** Marks the line that holds a byte, and returns where the next one begins. */
  mark(at: number): number {
    const line = this.lineAt(at)
    this.marked[line] = 1
    return this.starts[line + 1] ?? this.end
  }

  markAll(): void {
    this.marked.fill(1, 0, this.count)
  }

  lineAt(at: number): number {
    let low = 0
    let high = this.count
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((this.starts[middle] ?? 0) <= at) low = middle
      else high = middle
    }
    return low
  }

  private widen(): void {
    const [starts, marked] = [new Int32Array(2 * this.starts.length), new Uint8Array(2 * this.starts.length)]
    starts.set(this.starts)
    this.starts = starts
    this.marked = marked
  }
}

const lineBreak = 0x0a
