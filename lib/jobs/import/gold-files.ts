import { readFile } from 'node:fs/promises'
import { catalogueOf, type GoldCatalogue } from '@/lib/core/gold/catalogue'
import { type GoldFile, readGoldFile } from '@/lib/core/gold/files/gold-file'
import { RecordProblem } from '@/lib/core/trajectory/types'
import { JobProblem } from '@/lib/jobs/kind'
import { sizeOf } from './inspect-file'

/** Gold is looked up while records stream by, so a gold file is held in memory as a whole. */
const MOST_BYTES = 256 * 1024 * 1024

export type NamedFile = { path: string; name: string }

/** What a gold file is and how much of it could be read. */
export type GoldFileSummary = { name: string; kind: string; entries: number; unread: number }

/** Looks at gold files before anything is stored. */
export async function checkGoldFiles(files: readonly NamedFile[]): Promise<GoldFileSummary[]> {
  const read = await Promise.all(files.map(readOne))
  return read.map(({ name, kind, entries, problems }) => ({
    name,
    kind,
    entries: entries.length,
    unread: problems.length,
  }))
}

/** The gold of all these files, ready to be looked up; null where there are none. */
export async function readCatalogue(files: readonly NamedFile[]): Promise<GoldCatalogue | null> {
  return files.length === 0 ? null : catalogueOf(await Promise.all(files.map(readOne)))
}

async function readOne({ path, name }: NamedFile): Promise<GoldFile> {
  const size = await sizeOf(path, name)
  if (size > MOST_BYTES)
    throw new JobProblem(`${name}: a gold file may have up to ${MOST_BYTES / 1024 / 1024} MB. Cut it into several.`)
  try {
    return readGoldFile(await readFile(path), name)
  } catch (error) {
    if (error instanceof RecordProblem) throw new JobProblem(`${name}: ${error.message}.`)
    throw error
  }
}
