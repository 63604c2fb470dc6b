import { quote } from './bytes'
import { isEscaped, keyText } from './names'

const longestKey = 64 * 1024

/** Follows a member's name from its first quote to its last. */
export class KeyScan {
  state: 'none' | 'within' | 'ended' | 'broken' = 'none'
  private bytes: number[] = []

  begin(): void {
    this.bytes = [quote]
    this.state = 'within'
  }

  /** Reads chunk[from…]; returns the index behind the name, or behind the byte that broke it, or the chunk's end. */
  run(chunk: Uint8Array, from: number): number {
    let i = from
    while (i < chunk.length && this.state === 'within') {
      const byte = chunk[i] ?? 0
      const closes = byte === quote && !isEscaped(this.bytes)
      this.bytes.push(byte)
      if (closes) this.state = 'ended'
      else if (byte < 0x20 || this.bytes.length > longestKey) this.state = 'broken'
      i++
    }
    return i
  }

  /** The name, decoded; it is forgotten afterwards. */
  take(): string {
    return keyText(this.takeBytes())
  }

  /** What was read of the name, as it was written; it is forgotten afterwards. */
  takeBytes(): Uint8Array {
    const bytes = Uint8Array.from(this.bytes)
    this.bytes = []
    this.state = 'none'
    return bytes
  }
}
