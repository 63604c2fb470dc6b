import {
  colon,
  comma,
  inside,
  insideClass,
  isSpace,
  newline,
  openBrace,
  openBracket,
  outside,
  outsideClass,
  quote,
} from './bytes'

/**
 * Follows one JSON value over chunks to its last byte, with a stack of brackets instead of recursion. It notices what
 * cannot be JSON soon after it goes wrong: a bracket that does not fit, a letter outside strings, a string or bracket
 * where none may begin. It does not check that what it lets pass is JSON: the parser does.
 */
export class ValueScan {
  state: 'within' | 'ended' | 'broken' = 'within'
  tooDeep = false
  lines = 0
  private depth = 0
  private inString = false
  private escaped = false
  private scalar = false
  private before = 0 // last byte of the chunk before that is no white space
  private readonly stack: Uint8Array

  constructor(private readonly maxDepth: number) {
    this.stack = new Uint8Array(maxDepth + 1)
  }

  /** Begins at the first byte of a value, which run must be given too. */
  begin(first: number): void {
    this.resume(0)
    this.scalar = first !== quote && first !== openBrace && first !== openBracket
  }

  /** Whether the value is a number or a word: what follows it ends it, the end of the file too. */
  get isScalar(): boolean {
    return this.scalar
  }

  /** Begins inside an object whose `{` and first name were read already. */
  beginInObject(): void {
    this.resume(1)
    this.stack[0] = openBrace
    this.before = quote
  }

  /** Reads chunk[from…]; returns the index behind the value, or where it broke, or the chunk's end. */
  run(chunk: Uint8Array, from: number): number {
    if (this.scalar) return this.runScalar(chunk, from)
    let i = from
    while (i < chunk.length && this.state === 'within') {
      if (this.escaped) {
        this.escaped = false
        i++
      } else if (this.inString) i = this.runString(chunk, i)
      else {
        i = skipPlain(chunk, i, outsideClass)
        if (i < chunk.length) i = this.meet(chunk, i)
      }
    }
    if (this.state === 'within') this.before = solidBefore(chunk, chunk.length, this.before)
    return i
  }

  private resume(depth: number): void {
    this.state = 'within'
    this.tooDeep = false
    this.lines = 0
    this.depth = depth
    this.inString = false
    this.escaped = false
    this.scalar = false
    this.before = 0
  }

  private runString(chunk: Uint8Array, from: number): number {
    const i = skipPlain(chunk, from, insideClass)
    if (i === chunk.length) return i
    const kind = insideClass[chunk[i] ?? 0]
    if (kind === inside.control) return this.stop('broken', i)
    if (kind === inside.backslash) this.escaped = true
    else {
      this.inString = false
      if (this.depth === 0) return this.stop('ended', i + 1)
    }
    return i + 1
  }

  private meet(chunk: Uint8Array, i: number): number {
    const byte = chunk[i] ?? 0
    switch (outsideClass[byte]) {
      case outside.newline:
        this.lines++
        return i + 1
      case outside.quote:
        if (!this.mayBegin(solidBefore(chunk, i, this.before), true)) return this.stop('broken', i)
        this.inString = true
        return i + 1
      case outside.open:
        if (!this.mayBegin(solidBefore(chunk, i, this.before), false)) return this.stop('broken', i)
        return this.open(byte, i)
      case outside.close:
        return this.close(byte, i)
      default:
        return this.stop('broken', i)
    }
  }

  private open(byte: number, i: number): number {
    if (this.depth >= this.maxDepth) this.tooDeep = true
    else this.stack[this.depth] = byte
    this.depth++
    return i + 1
  }

  private close(byte: number, i: number): number {
    this.depth--
    const opened = this.depth < this.maxDepth ? this.stack[this.depth] : byte - 2
    if (opened !== byte - 2) return this.stop('broken', i)
    return this.depth === 0 ? this.stop('ended', i + 1) : i + 1
  }

  private mayBegin(before: number, isString: boolean): boolean {
    if (this.depth === 0 || this.depth > this.maxDepth) return true
    if (this.stack[this.depth - 1] === openBracket) return before === comma || before === openBracket
    return before === colon || (isString && (before === comma || before === openBrace))
  }

  private runScalar(chunk: Uint8Array, from: number): number {
    let i = from
    while (i < chunk.length && !endsScalar(chunk[i] ?? 0)) i++
    return i < chunk.length ? this.stop('ended', i) : i
  }

  private stop(state: 'ended' | 'broken', i: number): number {
    this.state = state
    return i
  }
}

/** The index of the first byte whose class is not plain. All the speed of a scan is here: locals, and nothing else. */
function skipPlain(chunk: Uint8Array, from: number, classes: Uint8Array): number {
  const end = chunk.length
  let i = from
  while (i < end && classes[chunk[i] ?? 0] === 0) i++
  return i
}

function endsScalar(byte: number): boolean {
  const kind = outsideClass[byte]
  return byte === comma || isSpace(byte) || (kind !== outside.plain && kind !== outside.illegal)
}

function solidBefore(chunk: Uint8Array, i: number, otherwise: number): number {
  let at = i - 1
  while (at >= 0 && (isSpace(chunk[at]) || chunk[at] === newline)) at--
  return at >= 0 ? (chunk[at] ?? 0) : otherwise
}
