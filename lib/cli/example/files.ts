import { type FileHandle, mkdir, open } from 'node:fs/promises'
import path from 'node:path'
import type { Execute } from '@/lib/demo/askdb/schema'
import { generate, generateSamples } from '@/lib/demo/generate'
import { type ExampleRecord, sourceName } from '@/lib/demo/record'

export type ExampleFile = { name: string; path: string; records: number }

/** How large an example is to be; chat and code are conversations to mix in. */
export type ExampleSize = { seed: string; trajectories: number; chat: number; code: number }

const CHUNK = 1 << 20

/**
 * Writes an example workspace as the files that a person would import, one for each task and way of collecting, in
 * Assay's own interchange form. Memory does not grow with their size.
 *
 * @param tell  hears how many trajectories are written, about every thousand
 */
export async function writeExample(
  folder: string,
  size: ExampleSize,
  execute: Execute | null,
  tell: (written: number) => void = () => {},
): Promise<ExampleFile[]> {
  await mkdir(folder, { recursive: true })
  const files = new Map<string, LineFile>()
  const write = async (record: ExampleRecord) => {
    const name = sourceName(record)
    const file = files.get(name) ?? new LineFile(name, path.join(folder, name))
    files.set(name, file)
    await file.write(record)
  }
  let written = 0
  for await (const record of generate({ ...size, ...(execute ? { execute } : {}) })) {
    await write(record)
    written += 1
    if (written % 1000 === 0) tell(written)
  }
  for (const record of generateSamples(size)) await write(record)
  for (const file of files.values()) await file.close()
  return [...files.values()].map(({ name, path: place, records }) => ({ name, path: place, records }))
}

/** A file of one JSON object a line, written in large pieces. */
class LineFile {
  records = 0
  private lines: string[] = []
  private length = 0
  private handle: FileHandle | null = null

  constructor(
    readonly name: string,
    readonly path: string,
  ) {}

  async write(record: ExampleRecord): Promise<void> {
    const line = JSON.stringify(record)
    this.records += 1
    this.lines.push(line)
    this.length += line.length
    if (this.length >= CHUNK) await this.flush()
  }

  private async flush(): Promise<void> {
    this.handle ??= await open(this.path, 'w')
    await this.handle.writeFile(this.lines.map((line) => `${line}\n`).join(''))
    this.lines = []
    this.length = 0
  }

  async close(): Promise<void> {
    await this.flush()
    await this.handle?.close()
  }
}
