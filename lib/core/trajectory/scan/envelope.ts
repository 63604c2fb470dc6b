import type { ScanState } from '../records'
import { closeBrace, closeBracket, openBrace, openBracket } from './bytes'

const longestMember = 1024 * 1024
const decoder = new TextDecoder()

/** What holds the records: an array, an object, nothing at all, or one of these as a member of an object. */
export class Envelope {
  inHeader = false // between the members of the object of which one holds the records
  found: boolean
  inside: ScanState['inside']
  readonly header: Record<string, string> // JSON text of its members before that one; longer than 1 MB: not kept

  constructor(
    readonly kind: 'array' | 'object' | 'values',
    readonly at: string | null,
    from: ScanState,
  ) {
    this.inside = from.inside
    this.found = from.inside !== null
    this.header = { ...from.header }
  }

  /** Whether what is read next has names. */
  get isKeyed(): boolean {
    return this.inHeader || this.inside === 'object'
  }

  /** The bracket with which the file has to begin. */
  get opening(): number {
    return this.at !== null || this.kind === 'object' ? openBrace : openBracket
  }

  get closing(): number {
    return this.isKeyed ? closeBrace : closeBracket
  }

  open(): void {
    if (this.at !== null) this.inHeader = true
    else if (this.kind !== 'values') this.inside = this.kind
  }

  /** Whether a value of this name that begins so is the one with the records; it is entered then. */
  enters(name: string | null, first: number): boolean {
    const isThere = this.inHeader && !this.found && name === this.at && (first === openBrace || first === openBracket)
    if (!isThere) return false
    this.inHeader = false
    this.found = true
    this.inside = first === openBrace ? 'object' : 'array'
    return true
  }

  /** The bracket closes; whether it was the file's last. */
  close(): boolean {
    if (this.inHeader || this.at === null) return true
    this.inHeader = true
    return false
  }

  /** Where a scan may go on whose next byte is this one. */
  stateAt(offset: number, line: number): Omit<ScanState, 'ordinal'> {
    return { offset, line, inside: this.inside, header: this.header }
  }

  keep(name: string | null, bytes: Uint8Array): void {
    if (name !== null && !this.found && bytes.length <= longestMember) this.header[name] = decoder.decode(bytes)
  }
}
