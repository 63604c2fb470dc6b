import reference from 'llama-tokenizer-js'

/** The vocabulary of Llama 2 as tables of numbers. Bytes are those of the text: the token `▁the` is held as ` the`. */
export type LlamaVocabulary = {
  /** 1 at `first << 8 | second` where some token holds the two bytes side by side. */
  adjacent: Uint8Array
  /** The token of a code point that is one. */
  characters: Map<number, number>
  merges: MergeTable
  /** The bytes each token stands for. */
  lengths: Uint8Array
}

const firstByteToken = 3
const firstWordToken = 259
const space = '▁'

/** The token of a byte of a character that is no token itself. */
export const byteToken = (byte: number): number => firstByteToken + byte

/**
 * Pairs of tokens that merge, by open addressing: the rank says which merge goes first (lowest), the result what it makes.
 */
export class MergeTable {
  private static readonly mask = (1 << 17) - 1
  private readonly keys = new Int32Array(MergeTable.mask + 1).fill(-1)
  readonly ranks = new Int32Array(MergeTable.mask + 1)
  readonly results = new Int32Array(MergeTable.mask + 1)

  /** Where the pair stands in `ranks` and `results`, or -1: the two don't merge. Tokens are below 2^15. */
  find(left: number, right: number): number {
    const key = (left << 15) | right
    let slot = (Math.imul(key, 0x9e3779b1) >>> 15) & MergeTable.mask
    for (;;) {
      const found = this.keys[slot] ?? -1
      if (found === key) return slot
      if (found === -1) return -1
      slot = (slot + 1) & MergeTable.mask
    }
  }

  add(left: number, right: number, rank: number, result: number): void {
    const key = (left << 15) | right
    let slot = (Math.imul(key, 0x9e3779b1) >>> 15) & MergeTable.mask
    while (this.keys[slot] !== -1) slot = (slot + 1) & MergeTable.mask
    this.keys[slot] = key
    this.ranks[slot] = rank
    this.results[slot] = result
  }
}

let built: LlamaVocabulary | null = null

/** The vocabulary, read once from llama-tokenizer-js, which holds the published one. */
export function llamaVocabulary(): LlamaVocabulary {
  built ??= build()
  return built
}

function build(): LlamaVocabulary {
  const encoder = new TextEncoder()
  const adjacent = new Uint8Array(1 << 16)
  const characters = new Map<number, number>()
  const lengths = new Uint8Array(reference.vocabById.length).fill(1)
  for (const [id, token] of reference.vocabById.entries()) {
    if (id < firstWordToken) continue
    const bytes = encoder.encode(token.replaceAll(space, ' '))
    lengths[id] = bytes.length
    for (const [at, byte] of bytes.subarray(1).entries()) adjacent[((bytes[at] ?? 0) << 8) | byte] = 1
    const [character, more] = token
    const point = character === space ? 0x20 : character?.codePointAt(0)
    if (more === undefined && point !== undefined) characters.set(point, id)
  }
  return { adjacent, characters, merges: mergesOf(reference.vocabByString), lengths }
}

function mergesOf(ids: Map<string, number>): MergeTable {
  const table = new MergeTable()
  for (const [pair, priority] of reference.merges) {
    const [left = '', right = ''] = pair.split(' ')
    const [leftId, rightId, result] = [ids.get(left), ids.get(right), ids.get(left + right)]
    if (leftId === undefined || rightId === undefined || result === undefined)
      throw new Error(`llama-tokenizer-js merges ${pair}, which is not in its vocabulary`)
    table.add(leftId, rightId, priority, result)
  }
  return table
}
