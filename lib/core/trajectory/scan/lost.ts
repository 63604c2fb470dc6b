import { newline } from './bytes'
import { Resync } from './resync'

/** The stretch of a broken record, until the beginning of another one is recognised. */
export class LostScan {
  lines = 0
  found: Resync | null = null
  private resync: Resync | null = null

  /** @param name  the first member of records, with its quotes; null: no beginning can be recognised */
  begin(name: Uint8Array | null, keyed: boolean): void {
    this.resync = name === null ? null : new Resync(name, keyed)
    this.found = null
  }

  /** Reads chunk[from…]; returns the index behind the beginning of a record, or the chunk's end. Counts its lines. */
  run(chunk: Uint8Array, from: number): number {
    this.lines = 0
    for (let i = from; i < chunk.length; i++) {
      const byte = chunk[i] ?? 0
      if (byte === newline) this.lines++
      if (this.resync?.feed(byte)) {
        this.found = this.resync
        return i + 1
      }
    }
    return chunk.length
  }
}
