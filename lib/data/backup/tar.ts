const BLOCK = 512
const NAME_LENGTH = 100
const SIZE_AT = 124
const CHECKSUM_AT = 148

/** One member of a tar stream: a header block, the content, and zeros up to the next block. */
export function tarMember(name: string, content: Buffer, mtime: Date): Buffer {
  if (Buffer.byteLength(name) > NAME_LENGTH) throw new RangeError(`${name} is too long a name for a tar member`)
  const head = Buffer.alloc(BLOCK)
  const put = (text: string, at: number) => head.write(text, at, 'latin1')
  const octal = (value: number, digits: number) => value.toString(8).padStart(digits, '0')
  put(name, 0)
  put('0000600\0', 100)
  put('0000000\0', 108)
  put('0000000\0', 116)
  put(`${octal(content.length, 11)}\0`, SIZE_AT)
  put(`${octal(Math.floor(mtime.getTime() / 1000), 11)}\0`, 136)
  put('        ', CHECKSUM_AT)
  put('0', 156)
  put('ustar\u000000', 257)
  put(
    `${octal(
      head.reduce((sum, byte) => sum + byte, 0),
      6,
    )}\0 `,
    CHECKSUM_AT,
  )
  return Buffer.concat([head, content, Buffer.alloc(padding(content.length))])
}

/** What a tar stream ends with. */
export const TAR_END = Buffer.alloc(2 * BLOCK)

const padding = (size: number) => (BLOCK - (size % BLOCK)) % BLOCK

export type TarMember = { name: string; content: Buffer }

/**
 * Reads the members of a tar stream, one at a time.
 *
 * @param largest  bytes; a member that claims more is refused, so that a damaged size cannot fill the memory
 * @throws Error for a damaged header and for a stream that ends early
 */
export async function* readTar(stream: AsyncIterable<Buffer>, largest: number): AsyncGenerator<TarMember> {
  const source = new Taker(stream)
  for (;;) {
    const head = await source.take(BLOCK)
    if (head.every((byte) => byte === 0)) return
    const size = readHead(head)
    if (size > largest) throw new Error(`a member claims ${size} bytes, more than the ${largest} that are ever written`)
    const content = await source.take(size)
    await source.take(padding(size))
    yield { name: head.toString('latin1', 0, head.indexOf(0)), content }
  }
}

function readHead(head: Buffer): number {
  const claimed = Number.parseInt(head.toString('latin1', CHECKSUM_AT, CHECKSUM_AT + 6), 8)
  const sum = head.reduce((total, byte, at) => total + (at >= CHECKSUM_AT && at < CHECKSUM_AT + 8 ? 32 : byte), 0)
  if (sum !== claimed) throw new Error('the header of a member is damaged')
  return Number.parseInt(head.toString('latin1', SIZE_AT, SIZE_AT + 11), 8)
}

/** Takes exact amounts from a stream of chunks. */
class Taker {
  private readonly chunks: AsyncIterator<Buffer>
  private held: Buffer[] = []
  private length = 0

  constructor(stream: AsyncIterable<Buffer>) {
    this.chunks = stream[Symbol.asyncIterator]()
  }

  async take(size: number): Promise<Buffer> {
    while (this.length < size) {
      const { value, done } = await this.chunks.next()
      if (done) throw new Error('it ends early')
      this.held.push(value)
      this.length += value.length
    }
    const all = this.held.length === 1 && this.held[0] ? this.held[0] : Buffer.concat(this.held)
    this.held = [all.subarray(size)]
    this.length -= size
    return all.subarray(0, size)
  }
}
