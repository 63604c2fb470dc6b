import { byteToken, type LlamaVocabulary } from './llama-vocabulary'

const never = 0x7fffffff
const scanned = 64

/**
 * Byte-pair merges of one piece of text: the lowest rank first, equal ranks from left to right, until none is left.
 *
 * Long pieces go through a heap (n log n), short ones through a scan, which is faster there. Scratch is reused.
 */
export class LlamaMerger {
  private symbols = new Int32Array(1 << 10)
  private ranks = new Int32Array(1 << 10)
  private next = new Int32Array(1 << 10)
  private previous = new Int32Array(1 << 10)
  private heap = new Float64Array(1 << 10)
  private heaped = 0

  constructor(private readonly vocabulary: LlamaVocabulary) {}

  /** Writes the tokens of bytes [from, to) into `out` at `at` and returns how many. */
  merge(bytes: Uint8Array, from: number, to: number, out: Int32Array, at: number): number {
    this.reserve(to - from)
    const count = this.read(bytes, from, to)
    return count <= scanned ? this.scan(count, out, at) : this.drain(count, out, at)
  }

  /** A character that is a token is one symbol; of every other one, each byte is. A cut character is bytes too. */
  private read(bytes: Uint8Array, from: number, to: number): number {
    const { characters } = this.vocabulary
    let count = 0
    for (let at = from; at < to; ) {
      const lead = bytes[at] ?? 0
      const width = widthOf(lead)
      const token = width > 0 && at + width <= to ? characters.get(codePoint(bytes, at, width)) : undefined
      if (token === undefined) {
        this.symbols[count++] = byteToken(lead)
        at++
      } else {
        this.symbols[count++] = token
        at += width
      }
    }
    return count
  }

  private scan(count: number, out: Int32Array, at: number): number {
    const { symbols, ranks } = this
    const { merges } = this.vocabulary
    for (let i = 0; i + 1 < count; i++) ranks[i] = this.rank(symbols[i] ?? 0, symbols[i + 1] ?? 0)
    let left = count
    for (;;) {
      let best = never
      let place = -1
      for (let i = 0; i + 1 < left; i++) {
        const rank = ranks[i] ?? never
        if (rank < best) {
          best = rank
          place = i
        }
      }
      if (place < 0) break
      symbols[place] = merges.results[merges.find(symbols[place] ?? 0, symbols[place + 1] ?? 0)] ?? 0
      left--
      symbols.copyWithin(place + 1, place + 2, left + 1)
      ranks.copyWithin(place + 1, place + 2, left)
      if (place > 0) ranks[place - 1] = this.rank(symbols[place - 1] ?? 0, symbols[place] ?? 0)
      if (place + 1 < left) ranks[place] = this.rank(symbols[place] ?? 0, symbols[place + 1] ?? 0)
    }
    for (let i = 0; i < left; i++) out[at + i] = symbols[i] ?? 0
    return left
  }

  /** The heap holds rank and place in one number; an entry whose pair has changed since is skipped. */
  private drain(count: number, out: Int32Array, at: number): number {
    const { symbols, next, previous } = this
    const { merges } = this.vocabulary
    this.heaped = 0
    for (let i = 0; i < count; i++) {
      next[i] = i + 1
      previous[i] = i - 1
    }
    for (let i = 0; i + 1 < count; i++) this.offer(i, i + 1)
    while (this.heaped > 0) {
      const entry = this.pop()
      const rank = Math.floor(entry / 2 ** 32)
      const left = entry - rank * 2 ** 32
      const right = next[left] ?? count
      if (symbols[left] === -1 || right >= count) continue
      const slot = merges.find(symbols[left] ?? 0, symbols[right] ?? 0)
      if (slot < 0 || merges.ranks[slot] !== rank) continue
      symbols[left] = merges.results[slot] ?? 0
      symbols[right] = -1
      const after = next[right] ?? count
      next[left] = after
      if (after < count) previous[after] = left
      const before = previous[left] ?? -1
      if (before >= 0) this.offer(before, left)
      if (after < count) this.offer(left, after)
    }
    let written = 0
    for (let i = 0; i < count; i = next[i] ?? count) out[at + written++] = symbols[i] ?? 0
    return written
  }

  private rank(left: number, right: number): number {
    const slot = this.vocabulary.merges.find(left, right)
    return slot < 0 ? never : (this.vocabulary.merges.ranks[slot] ?? never)
  }

  private offer(left: number, right: number): void {
    const rank = this.rank(this.symbols[left] ?? 0, this.symbols[right] ?? 0)
    if (rank !== never) this.push(rank * 2 ** 32 + left)
  }

  private push(entry: number): void {
    const { heap } = this
    let place = this.heaped++
    while (place > 0) {
      const parent = (place - 1) >> 1
      const above = heap[parent] ?? 0
      if (above <= entry) break
      heap[place] = above
      place = parent
    }
    heap[place] = entry
  }

  private pop(): number {
    const { heap } = this
    const top = heap[0] ?? 0
    const last = heap[--this.heaped] ?? 0
    let place = 0
    for (;;) {
      let child = 2 * place + 1
      if (child >= this.heaped) break
      if (child + 1 < this.heaped && (heap[child + 1] ?? 0) < (heap[child] ?? 0)) child++
      if ((heap[child] ?? 0) >= last) break
      heap[place] = heap[child] ?? 0
      place = child
    }
    heap[place] = last
    return top
  }

  private reserve(symbols: number): void {
    if (symbols + 1 <= this.symbols.length) return
    const size = 2 ** Math.ceil(Math.log2(symbols + 1))
    this.symbols = new Int32Array(size)
    this.ranks = new Int32Array(size)
    this.next = new Int32Array(size)
    this.previous = new Int32Array(size)
    // Every pair is offered at first, and each merge, of which there are fewer than symbols, offers two more.
    this.heap = new Float64Array(3 * size)
  }
}

/** How many bytes the character that begins with this byte has; 0 inside of one. */
function widthOf(lead: number): number {
  if (lead < 0x80) return 1
  if (lead < 0xc0) return 0
  return lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4
}

function codePoint(bytes: Uint8Array, at: number, width: number): number {
  const first = bytes[at] ?? 0
  if (width === 1) return first
  let point = first & (width === 2 ? 0x1f : width === 3 ? 0x0f : 0x07)
  for (let i = 1; i < width; i++) point = (point << 6) | ((bytes[at + i] ?? 0) & 0x3f)
  return point
}
