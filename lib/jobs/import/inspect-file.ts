import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { containerOf, detect } from '@/lib/core/trajectory/detect'
import { findFormat, formats } from '@/lib/core/trajectory/formats/registry'
import type { Container } from '@/lib/core/trajectory/records'
import { readHead } from '@/lib/data/file-preview'
import { JobProblem } from '@/lib/jobs/kind'

export type Inspected = {
  sha256: string
  byteCount: number
  format: string
  formatReason: string
  container: Container
}

const REASONS: Record<string, string> = {
  ENOENT: 'there is no such file. Check the path.',
  EACCES: 'it may not be read. Give the user that runs Assay the right to.',
  EPERM: 'it may not be read. Give the user that runs Assay the right to.',
}

/**
 * Looks at a file before it is imported: its size, its sha256, the format its beginning shows.
 *
 * @param name    what the file is called in sentences and where its ending says something
 * @param format  the format somebody has named, or null
 * @throws JobProblem with a sentence that says what is wrong and what to do
 */
export async function inspectFile(file: string, name: string, format: string | null): Promise<Inspected> {
  const byteCount = await sizeOf(file, name)
  const { head, whole } = await headOf(file, name)
  const recognised = format === null ? recognise(head, name, whole) : forced(format, head, name)
  return { ...recognised, byteCount, sha256: await sha256Of(file) }
}

/** The size of a regular file that can be read and is not empty. */
export async function sizeOf(file: string, name: string): Promise<number> {
  const found = await stat(file).catch((error: NodeJS.ErrnoException) => {
    throw new JobProblem(`${name}: ${REASONS[error.code ?? ''] ?? error.message}`)
  })
  if (found.isDirectory()) throw new JobProblem(`${name}: it is a folder. Name the files in it.`)
  if (!found.isFile()) throw new JobProblem(`${name}: it is not a regular file.`)
  if (found.size === 0) throw new JobProblem(`${name}: the file is empty, so there is nothing to import.`)
  return found.size
}

async function headOf(file: string, name: string) {
  return readHead(file).catch((error: NodeJS.ErrnoException) => {
    throw new JobProblem(`${name}: ${REASONS[error.code ?? ''] ?? error.message}`)
  })
}

function recognise(head: Uint8Array, name: string, whole: boolean) {
  const detection = detect(head, name, whole)
  if (detection.kind === 'known')
    return { format: detection.format, formatReason: detection.reason, container: detection.container }
  if (detection.kind === 'empty') throw new JobProblem(`${name}: ${detection.reason}, so there is nothing to import.`)
  const choice = formats.map((each) => each.name).join(', ')
  const advice = detection.kind === 'ambiguous' ? '' : `. If it is one of ${choice}, name it with --format`
  throw new JobProblem(`${name}: its format cannot be told: ${detection.reason}${advice}.`)
}

function forced(name: string, head: Uint8Array, fileName: string) {
  const format = findFormat(name)
  if (!format)
    throw new JobProblem(`There is no format "${name}". There are: ${formats.map((each) => each.name).join(', ')}.`)
  return { format: name, formatReason: 'named by whoever imported it', container: containerOf(format, head, fileName) }
}

/** The sha256 of a file's bytes, in hexadecimal. */
export async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file, { highWaterMark: 1024 * 1024 })) hash.update(chunk)
  return hash.digest('hex')
}
