/** Numbers that threads read side by side without a copy. */
export const sharedInts = (length: number): Int32Array => new Int32Array(new SharedArrayBuffer(4 * length))
export const sharedBytes = (length: number): Uint8Array => new Uint8Array(new SharedArrayBuffer(length))

/** The least power of two that is at least `count`, as its exponent. */
export const bitsFor = (count: number): number => Math.max(1, Math.ceil(Math.log2(Math.max(2, count))))
