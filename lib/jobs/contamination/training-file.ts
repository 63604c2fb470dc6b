import { createReadStream } from 'node:fs'
import { open, readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { interpret } from '@/lib/core/trajectory/reading'

/** How a file holds its documents: lines of JSON, the items of one array, the members of one object, rows, or one text. */
export type Holding = 'lines' | 'array' | 'object' | 'parquet' | 'text'

export type TrainingFile = { path: string; component: string; holding: Holding; isZipped: boolean; bytes: number }

const known = /\.(jsonl|ndjson|jsonlines|json|parquet|txt|text|md)(\.gz)?$/i
const headBytes = 1 << 20

/**
 * The files that paths stand for: a folder is every file below it whose name ends as those of known formats do, in the
 * order of their names; a file is itself, whatever its name.
 *
 * @throws Error where a path is not there, or a folder holds nothing to read
 */
export async function listTrainingFiles(paths: readonly string[], component: string): Promise<TrainingFile[]> {
  const files: TrainingFile[] = []
  for (const given of paths) {
    const isFolder = (await stat(given)).isDirectory()
    const found = isFolder ? await filesBelow(given) : [given]
    if (found.length === 0) throw new Error(`${given} holds no .jsonl, .json, .parquet or .txt file, zipped or not.`)
    for (const file of found) files.push(await fileAbout(file, component))
  }
  return files
}

/** The bytes of a file, unzipped; `from` and `to` cut a file that isn't zipped. A chunk is reused for the next one. */
export function openBytes({ path: file, isZipped }: TrainingFile, from = 0, to?: number): AsyncIterable<Buffer> {
  if (!isZipped) return readParts(file, from, to ?? Number.POSITIVE_INFINITY)
  const zipped = createReadStream(file, { highWaterMark: headBytes })
  // The reader of what comes out hears of every error.
  return pipeline(zipped, createGunzip({ chunkSize: headBytes }), () => {})
}

/** One buffer for all of it: a stream would make a new one each time. */
async function* readParts(path: string, from: number, to: number): AsyncGenerator<Buffer> {
  const file = await open(path)
  try {
    const buffer = Buffer.allocUnsafe(headBytes)
    for (let at = from; at < to; ) {
      const { bytesRead } = await file.read(buffer, 0, Math.min(buffer.length, to - at), at)
      if (bytesRead === 0) return
      at += bytesRead
      yield buffer.subarray(0, bytesRead)
    }
  } finally {
    await file.close()
  }
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile() && known.test(entry.name))
  return files.map((entry) => path.join(entry.parentPath, entry.name)).sort()
}

async function fileAbout(file: string, component: string): Promise<TrainingFile> {
  const isZipped = /\.gz$/i.test(file)
  const name = isZipped ? file.slice(0, -3) : file
  const about = { path: file, component, isZipped, bytes: (await stat(file)).size }
  if (/\.parquet$/i.test(name)) return { ...about, holding: 'parquet' }
  if (/\.(jsonl|ndjson|jsonlines)$/i.test(name)) return { ...about, holding: 'lines' }
  if (/\.(txt|text|md)$/i.test(name)) return { ...about, holding: 'text' }
  return { ...about, holding: holdingOf(await headOf({ ...about, holding: 'text' }), name) }
}

function holdingOf(head: string, name: string): Holding {
  const [likeliest] = interpret(head, name)
  const kind = likeliest?.container.kind
  if (kind === 'lines' || kind === 'array') return kind
  return likeliest?.kind === 'json' ? 'object' : 'text'
}

async function headOf(file: TrainingFile): Promise<string> {
  for await (const chunk of openBytes(file)) return chunk.toString('utf8', 0, headBytes)
  return ''
}
