import { setImmediate } from 'node:timers/promises'
import type { Chunk, PreparedRecord } from '@/lib/core/trajectory/chunk'
import type { RawRecord, ScanState } from '@/lib/core/trajectory/records'
import { commitChunk } from '@/lib/data/imports'
import { JobProblem } from '@/lib/jobs/kind'
import { prepareRecord, type RecordReading } from './prepare-record'

/** A chunk is full at so many bytes of raw records, or so many records. One record always fits. */
const CHUNK_BYTES = 4 * 1024 * 1024
const CHUNK_RECORDS = 2000
/** So often connections and timers have their turn while records are parsed. */
const YIELD_EVERY = 32

export type ImportStep = { offset: number; done: boolean }

/**
 * Moves the records of one source into the store, a chunk a step; while one chunk is being written the next is parsed.
 * It holds the file open between steps. A worker that takes over makes its own from the source's offset.
 */
export class Importer {
  private current: Promise<Chunk | null> | null = null
  private following: Promise<Chunk | null> | null = null

  constructor(
    private readonly sourceId: string,
    private readonly records: AsyncIterator<RawRecord, void>,
    private readonly reading: RecordReading,
    private offset: number, // of the first byte that is not yet in a chunk
  ) {}

  /** Writes the next chunk. Repeated after a failure it writes the same one. */
  async next(): Promise<ImportStep> {
    this.current ??= this.gather()
    const chunk = await this.current
    if (chunk === null) return { offset: this.offset, done: true }
    this.following ??= this.gather()
    // Its failure is met when its turn comes.
    this.following.catch(() => {})
    if ((await commitChunk(this.sourceId, chunk)) === 'superseded')
      throw new JobProblem('Another worker has taken this import over, or its source was deleted.')
    this.current = this.following
    this.following = null
    return { offset: chunk.after.offset, done: false }
  }

  private async gather(): Promise<Chunk | null> {
    const from = this.offset
    const records: PreparedRecord[] = []
    let after: ScanState | null = null
    let bytes = 0
    while (bytes < CHUNK_BYTES && records.length < CHUNK_RECORDS) {
      const { value: raw, done } = await this.records.next()
      if (done) break
      records.push(await prepareRecord(raw, this.reading))
      after = raw.after
      bytes += raw.length
      if (records.length % YIELD_EVERY === 0) await setImmediate()
    }
    if (after === null) return null
    this.offset = after.offset
    return { from, after, records }
  }
}
