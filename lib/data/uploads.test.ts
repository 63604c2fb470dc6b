import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Viewer } from '@/lib/auth/viewer'
import { testViewer, useTestDatabase } from '@/lib/data/testing/database'
import { appendPart, beginUpload, discardUpload, findUpload, type Upload, uploadPath } from './uploads'

useTestDatabase()

let home: string
let ada: Viewer
let ben: Viewer
beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'assay-uploads-'))
  process.env.ASSAY_HOME = home
  ada = await testViewer('researcher')
  ben = await testViewer('researcher')
})
afterAll(() => rm(home, { recursive: true }))

async function begin(bytes: number, name = 'runs.jsonl'): Promise<Upload> {
  const begun = await beginUpload(ada, { name, bytes })
  if (!begun.ok) throw new Error(begun.reason)
  return begun.value
}

async function again(upload: Upload): Promise<Upload> {
  const found = await findUpload(ada, upload.id)
  if (!found) throw new Error('the upload is gone')
  return found
}

async function* pieces(...parts: Uint8Array[]) {
  yield* parts
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

describe('an upload', () => {
  it('is put together from parts, each checked', async () => {
    const [first, second] = [randomBytes(70_000), randomBytes(30_000)]
    const upload = await begin(100_000)
    const cut = [first.subarray(0, 10), first.subarray(10)]
    expect(await appendPart(upload, { offset: 0, sha256: sha256(first), bytes: pieces(...cut) })).toEqual({
      ok: true,
      value: { received: 70_000 },
    })
    await appendPart(await again(upload), { offset: 70_000, sha256: null, bytes: pieces(second) })
    expect((await again(upload)).received).toBe(100_000)
    expect(await readFile(uploadPath(upload.id))).toEqual(Buffer.concat([first, second]))
  })

  it('keeps no byte of a part that is damaged, too long, breaks off or belongs elsewhere', async () => {
    const upload = await begin(20)
    await appendPart(upload, { offset: 0, sha256: null, bytes: pieces(Buffer.from('ten bytes.')) })
    const held = await again(upload)
    const part = (offset: number, text: string, hash: string | null = null) =>
      appendPart(held, { offset, sha256: hash, bytes: pieces(Buffer.from(text)) })
    expect(await part(10, 'damaged', sha256(Buffer.from('whole')))).toEqual({ ok: false, reason: 'damaged' })
    expect(await part(10, 'more than was announced')).toEqual({ ok: false, reason: 'too-long' })
    expect(await part(4, 'elsewhere')).toEqual({ ok: false, reason: 'elsewhere' })
    async function* breaking() {
      yield Buffer.from('half')
      throw new Error('the network went away')
    }
    await expect(appendPart(held, { offset: 10, sha256: null, bytes: breaking() })).rejects.toThrow('network')
    expect((await again(upload)).received).toBe(10)
    expect(await part(10, '10 more by.')).toEqual({ ok: false, reason: 'too-long' })
    expect(await part(10, 'ten bytes!')).toEqual({ ok: true, value: { received: 20 } })
  })

  it('is nobody else’s, and its name is never a path', async () => {
    const upload = await begin(3, '../../../etc/passwd')
    expect(await findUpload(ben, upload.id)).toBeNull()
    expect(await findUpload(ada, '../../x')).toBeNull()
    expect(() => uploadPath('../../x')).toThrow()
    expect((await readdir(path.join(home, 'uploads'))).every((name) => /^[0-9a-f-]{36}\.(part|json)$/.test(name))).toBe(
      true,
    )
    expect((await again(upload)).name).toBe('../../../etc/passwd')
  })

  it('that the disk would not hold is refused before a byte is sent', async () => {
    expect(await beginUpload(ada, { name: 'huge', bytes: Number.MAX_SAFE_INTEGER })).toEqual({
      ok: false,
      reason: 'full',
    })
  })

  it('that is not wanted after all is gone', async () => {
    const upload = await begin(3)
    await discardUpload(upload)
    expect(await findUpload(ada, upload.id)).toBeNull()
  })
})
