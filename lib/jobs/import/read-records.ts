import { createReadStream } from 'node:fs'
import { type Container, type RawRecord, type ScanState, scanRecords, scanStart } from '@/lib/core/trajectory/records'

const READ_BYTES = 1024 * 1024

/** The records of a file from a place on, in order, with no more of it in memory than a record and a read. */
export async function* readRecords(
  file: string,
  container: Container,
  from: ScanState | null,
): AsyncGenerator<RawRecord, void> {
  const state = from ?? scanStart
  const scanner = scanRecords(container, state)
  for await (const chunk of createReadStream(file, { start: state.offset, highWaterMark: READ_BYTES }))
    yield* scanner.push(chunk)
  yield* scanner.end()
}
