import type { Json } from './types'

/** A value and where it ended. `complete` is false where the text ended first: what was read so far is the value. */
export type PrefixValue = { value: Json; end: number; complete: boolean }

const deepest = 60

/**
 * Reads a JSON value from a text that may be cut off anywhere: open objects, arrays and strings count as closed. Made to
 * look at the beginning of a file, not to parse records: what is no JSON ends the value where it stands. Nesting beyond
 * 60 reads as null.
 */
export function readPrefix(text: string, from = 0): PrefixValue {
  return new PrefixReader(text, from).read(0)
}

class PrefixReader {
  private cut = false

  constructor(
    private readonly text: string,
    private at: number,
  ) {}

  read(depth: number): PrefixValue {
    const value = this.value(depth)
    return { value, end: this.at, complete: !this.cut }
  }

  private value(depth: number): Json {
    const first = this.solid()
    if (depth > deepest) this.cut = true
    if (this.cut) return null
    if (first === '{') return this.object(depth)
    if (first === '[') return this.array(depth)
    if (first === '"') return this.string()
    return this.scalar()
  }

  private object(depth: number): Json {
    const members: [string, Json][] = []
    this.at++
    while (!this.cut && this.solid() === '"') {
      const name = this.string()
      if (this.solid() !== ':') break
      this.at++
      members.push([name, this.value(depth + 1)])
      if (this.solid() === ',') this.at++
    }
    this.close('}')
    return Object.fromEntries(members)
  }

  private array(depth: number): Json {
    const items: Json[] = []
    this.at++
    while (!this.cut && !['', ']', '}', ':'].includes(this.solid())) {
      items.push(this.value(depth + 1))
      if (this.solid() === ',') this.at++
    }
    this.close(']')
    return items
  }

  private string(): string {
    const start = this.at
    let end = this.text.indexOf('"', start + 1)
    while (end !== -1 && isEscapedAt(this.text, end)) end = this.text.indexOf('"', end + 1)
    this.cut ||= end === -1
    this.at = end === -1 ? this.text.length : end + 1
    const body = this.text.slice(start + 1, end === -1 ? undefined : end)
    try {
      return String(JSON.parse(`"${end === -1 ? body.replace(/\\[^\\]*$/, '') : body}"`))
    } catch {
      return body
    }
  }

  private scalar(): Json {
    const start = this.at
    while (this.at < this.text.length && !/[\s,\]}:[{"]/.test(this.text.charAt(this.at))) this.at++
    if (this.at === start) this.cut = true
    try {
      return JSON.parse(this.text.slice(start, this.at))
    } catch {
      return null
    }
  }

  private close(bracket: string): void {
    if (this.cut) return
    if (this.solid() === bracket) this.at++
    else this.cut = true
  }

  private solid(): string {
    while (this.at < this.text.length && ' \t\r\n'.includes(this.text.charAt(this.at))) this.at++
    if (this.at >= this.text.length) this.cut = true
    return this.text.charAt(this.at)
  }
}

function isEscapedAt(text: string, quote: number): boolean {
  let slashes = 0
  while (text[quote - 1 - slashes] === '\\') slashes++
  return slashes % 2 === 1
}
