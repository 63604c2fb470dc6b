import type { TextBuffer } from './text-buffer'
import type { TokenBuffer } from './token-buffer'

/** Cuts text into tokens. Equal identities promise equal ids for equal texts, on any machine. */
export interface Tokenizer {
  readonly name: string
  readonly identity: string
  /**
   * A space that is not in the text stands before it, so that a word at the beginning and one after a space are the same
   * token.
   */
  readonly leadingSpace: boolean
  /**
   * Equal runs of tokens stand for equal bytes, a space at the run's beginning and what `conflates` apart. What reads
   * bytes before it tokenizes relies on this; where it is false, everything is tokenized.
   */
  readonly lossless: boolean
  /** A character that gives the same token as a space, or null. */
  readonly conflates: string | null
  /** Replaces what `into` holds by the text's ids. No special token is added; what looks like one is text. */
  encode(source: TextBuffer, into: TokenBuffer): void
  /** For each token of the text, the offset in its UTF-8 bytes behind the token's last one; null where it isn't known. */
  ends(text: string): Int32Array | null
}
