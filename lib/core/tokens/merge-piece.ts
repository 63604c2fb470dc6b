/** Writes the tokens of bytes [from, to) into `out` at `at` and returns how many they are. */
export type MergePiece = (bytes: Uint8Array, from: number, to: number, out: Int32Array, at: number) => number

/** Ids are below 2^15, so that two of them fit a word. */
export const tokenBits = 15
export const tokenMask = (1 << tokenBits) - 1
