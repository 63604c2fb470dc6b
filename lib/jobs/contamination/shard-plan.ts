import { type FileHandle, open } from 'node:fs/promises'
import { asyncBufferFromFile, parquetMetadataAsync } from 'hyparquet'
import type { TrainingFile } from './training-file'

/** A part of a training file that one worker reads: bytes of a file of lines, rows of Parquet, or all of it. */
export type ShardTask = { file: TrainingFile; source: string; name: string; from: number; to: number }

const shardBytes = 64 * 2 ** 20

/**
 * Cuts a file into shards. Their names sort in the order of the file, and depend on nothing but the file.
 *
 * @param source  how the report calls the file
 */
export async function planShards(file: TrainingFile, source: string): Promise<ShardTask[]> {
  const cuts = await cutsOf(file)
  return cuts.slice(1).map((to, number) => ({
    file,
    source,
    name: String(number).padStart(8, '0'),
    from: cuts[number] ?? 0,
    to,
  }))
}

async function cutsOf(file: TrainingFile): Promise<number[]> {
  if (file.holding === 'parquet') return parquetCuts(file.path)
  if (file.holding === 'lines' && !file.isZipped) return lineCuts(file)
  return [0, file.bytes]
}

async function parquetCuts(path: string): Promise<number[]> {
  const { row_groups: groups } = await parquetMetadataAsync(await asyncBufferFromFile(path))
  const cuts = [0]
  for (const group of groups) cuts.push((cuts.at(-1) ?? 0) + Number(group.num_rows))
  return cuts
}

/** Behind the first line break at or behind each multiple of a shard's bytes. */
async function lineCuts({ path, bytes }: TrainingFile): Promise<number[]> {
  const file = await open(path)
  try {
    const cuts = [0]
    for (let at = shardBytes; at < bytes; at = Math.max(at + shardBytes, cuts.at(-1) ?? 0)) {
      const cut = await behindLineBreak(file, at - 1, bytes)
      if (cut > (cuts.at(-1) ?? 0) && cut < bytes) cuts.push(cut)
    }
    return [...cuts, bytes]
  } finally {
    await file.close()
  }
}

async function behindLineBreak(file: FileHandle, from: number, bytes: number): Promise<number> {
  const buffer = Buffer.alloc(1 << 16)
  for (let at = from; at < bytes; at += buffer.length) {
    const { bytesRead } = await file.read(buffer, 0, buffer.length, at)
    const found = buffer.subarray(0, bytesRead).indexOf(0x0a)
    if (found >= 0) return at + found + 1
    if (bytesRead === 0) break
  }
  return bytes
}
