import { closeBrace, colon, comma, isSpace, openBrace, quote } from './bytes'

/**
 * Finds where the next record begins after a broken one: `}`, a comma, and an object (behind a key, where records have
 * keys) whose first member is named as that of the records before. It is looked for only in what is broken already.
 */
export class Resync {
  private step: 'close' | 'comma' | 'open' | 'key' | 'colon' | 'quote' | 'name' = 'close'
  private matched = 0
  private keyBytes: number[] = []
  /** The bytes from the new record's `{` on, once feed has said yes. */
  beginning: number[] = []
  /** How many bytes ago the comma stood that ends the broken record. */
  sinceComma = 0

  constructor(
    private readonly name: Uint8Array, // the first member's name with its quotes
    private readonly keyed: boolean,
  ) {}

  /** True when this byte completes the beginning of a record. */
  feed(byte: number): boolean {
    this.sinceComma++
    if (this.step === 'name' && byte === this.name[this.matched]) {
      this.beginning.push(byte)
      return ++this.matched === this.name.length
    }
    if (this.step === 'key') return this.feedKey(byte)
    if (!isSpace(byte)) this.advance(byte)
    else if (this.step === 'quote') this.beginning.push(byte)
    return false
  }

  /** The key before the new record, as JSON text with its quotes, or null. */
  get key(): Uint8Array | null {
    return this.keyed ? Uint8Array.from(this.keyBytes) : null
  }

  private feedKey(byte: number): boolean {
    this.keyBytes.push(byte)
    if (byte === quote) this.step = 'colon'
    if (this.keyBytes.length > 512) this.step = 'close'
    return false
  }

  private advance(byte: number): void {
    const { step } = this
    if (step === 'comma' && byte === comma) {
      this.step = 'open'
      this.sinceComma = 1
    } else if (step === 'open' && this.keyed && byte === quote) {
      this.step = 'key'
      this.keyBytes = [byte]
    } else if (step === 'colon' && byte === colon) this.step = 'open'
    else if (step === 'open' && byte === openBrace && (!this.keyed || this.keyBytes.length > 0)) {
      this.step = 'quote'
      this.beginning = [byte]
    } else if (step === 'quote' && byte === this.name[0]) {
      this.step = 'name'
      this.matched = 1
      this.beginning.push(byte)
    } else this.restart(byte)
  }

  private restart(byte: number): void {
    this.step = byte === closeBrace ? 'comma' : 'close'
    this.keyBytes = []
  }
}
