import 'server-only'
import { createHash } from 'node:crypto'
import { mkdir, open, readdir, readFile, rm, stat, statfs, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { v7 } from 'uuid'
import { z } from 'zod'
import type { Viewer } from '@/lib/auth/viewer'
import { pool } from '@/lib/data/client'
import { assayHome } from '@/lib/env'
import { fail, ok, type Result } from '@/lib/result'

/** An upload that nobody imported is removed after so long. */
const KEPT_HOURS = 48
/** What must stay free on the disk beside an upload. */
const SPARE_BYTES = 256 * 1024 * 1024

const described = z.object({
  name: z.string().min(1).max(255),
  bytes: z.int().min(0),
  personId: z.uuid(),
})

/** What a person is about to send. The name is shown and never becomes a path. */
export const uploadInput = described.omit({ personId: true })

/** How much of an upload is here. */
export type Upload = { id: string; name: string; bytes: number; received: number }

const folder = () => path.join(assayHome(), 'uploads')
const fileOf = (id: string) => path.join(folder(), `${id}.part`)
const descriptionOf = (id: string) => path.join(folder(), `${id}.json`)

/** Makes room for an upload. `full` where the disk would not hold it. */
export async function beginUpload(
  viewer: Viewer,
  { name, bytes }: z.infer<typeof uploadInput>,
): Promise<Result<Upload, 'full'>> {
  await mkdir(folder(), { recursive: true, mode: 0o700 })
  await removeStale()
  const { bavail, bsize } = await statfs(folder())
  if (bytes + SPARE_BYTES > bavail * bsize) return fail('full')
  const id = v7()
  await writeFile(fileOf(id), '', { mode: 0o600, flag: 'wx' })
  const description = { name, bytes, personId: viewer.id }
  await writeFile(descriptionOf(id), JSON.stringify(description), { mode: 0o600, flag: 'wx' })
  return ok({ id, name, bytes, received: 0 })
}

/** The viewer's own upload, or null. */
export async function findUpload(viewer: Viewer, id: string): Promise<Upload | null> {
  if (!z.uuid().safeParse(id).success) return null
  const text = await readFile(descriptionOf(id), 'utf8').catch(() => null)
  if (text === null) return null
  const { personId, name, bytes } = described.parse(JSON.parse(text))
  if (personId !== viewer.id) return null
  const { size } = await stat(fileOf(id))
  return { id, name, bytes, received: size }
}

/** Where the bytes of an upload lie, for the job that imports it on this host. */
export const uploadPath = (id: string): string => fileOf(z.uuid().parse(id))

/** Uploads that a part is being written to: one at a time. */
const writing = new Set<string>()

/** A part as it comes over the network, what it should be, and where it belongs. */
export type Part = { offset: number; sha256: string | null; bytes: AsyncIterable<Uint8Array> }

/**
 * Appends a part. It is kept whole or not at all: one that breaks off, is longer than announced or is not what its
 * sha256 says is cut away again, and the next try begins where the last whole part ended.
 */
export async function appendPart(
  { id, bytes: announced, received }: Upload,
  { offset, sha256, bytes }: Part,
): Promise<Result<{ received: number }, 'elsewhere' | 'too-long' | 'damaged'>> {
  if (offset !== received || writing.has(id)) return fail('elsewhere')
  writing.add(id)
  const hash = createHash('sha256')
  const file = await open(fileOf(id), 'r+').catch((error: unknown) => {
    writing.delete(id)
    throw error
  })
  let end = offset
  let whole = false
  try {
    for await (const chunk of bytes) {
      if (end + chunk.length > announced) return fail('too-long')
      await file.write(chunk, 0, chunk.length, end)
      hash.update(chunk)
      end += chunk.length
    }
    if (sha256 !== null && hash.digest('hex') !== sha256.toLowerCase()) return fail('damaged')
    await file.sync()
    whole = true
    return ok({ received: end })
  } finally {
    if (!whole) await file.truncate(offset)
    await file.close()
    writing.delete(id)
  }
}

/** Removes an upload that is not wanted after all. */
export async function discardUpload({ id }: Upload): Promise<void> {
  await rm(fileOf(id), { force: true })
  await rm(descriptionOf(id), { force: true })
}

/** Nobody came back for these. What an import still has to read stays, however long it waits. */
async function removeStale(): Promise<void> {
  const before = Date.now() - KEPT_HOURS * 3_600_000
  const wanted = await listWantedPaths()
  for (const name of await readdir(folder())) {
    const file = path.join(folder(), name)
    if (wanted.has(file)) continue
    const found = await stat(file).catch(() => null)
    if (found && found.mtimeMs < before) await rm(file, { force: true })
  }
}

async function listWantedPaths(): Promise<Set<string>> {
  const { rows } = await pool().query<{ path: string | null }>(
    `WITH waiting AS (SELECT input FROM job WHERE kind = 'import' AND state IN ('queued', 'running'))
     SELECT input->>'path' AS path FROM waiting
     UNION ALL SELECT file->>'path' FROM waiting, jsonb_array_elements(coalesce(input->'gold', '[]')) file`,
  )
  return new Set(rows.flatMap(({ path: one }) => (one === null ? [] : [one])))
}
