// biome-ignore lint/style/noRestrictedImports: tests read files, the core does not
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { detect, detectionBytes } from '../detect'
import type { Format } from '../formats/format'
import { findFormat } from '../formats/registry'
import { parseRecord } from '../parse'
import { type Container, scanRecords } from '../records'
import { type ParsedTrajectory, RecordProblem } from '../types'

/** What became of a file: read = parsed + quarantined. */
export type Imported = {
  format: string
  records: number
  parsed: number
  trajectories: ParsedTrajectory[]
  quarantined: { ordinal: number; line: number; reason: string; field: string | null }[]
}

/** Where the real data lies, if it is at hand. */
export const realRoot = path.resolve(process.env.ASSAY_REAL_DATA ?? '../shared/data')

/** Whether the real data is at hand. */
export function hasRealData(): boolean {
  return existsSync(realRoot)
}

/** The bytes of a file of the real data, by its path there. */
export function realBytes(name: string): Uint8Array {
  return new Uint8Array(readFileSync(path.join(realRoot, name)))
}

/** Imports a file of the real data as the importer does, in chunks of 64 kB, by the format that detection names. */
export function importReal(name: string): Imported {
  return importBytes(realBytes(name), name)
}

/** Imports bytes in the format that detection names. */
export function importBytes(bytes: Uint8Array, name: string): Imported {
  const detection = detect(bytes.subarray(0, detectionBytes), name, bytes.length <= detectionBytes)
  if (detection.kind !== 'known') throw new Error(`${name}: ${detection.kind}: ${detection.reason}`)
  const format = findFormat(detection.format)
  if (format === null) throw new Error(`no format ${detection.format}`)
  return importAs(format, detection.container, bytes, name)
}

/** Imports bytes in a given format and container. */
export function importAs(format: Format, container: Container, bytes: Uint8Array, name: string): Imported {
  const scanner = scanRecords(container)
  const imported: Imported = { format: format.name, records: 0, parsed: 0, trajectories: [], quarantined: [] }
  for (let at = 0; at < bytes.length; at += 65_536) add(scanner.push(bytes.subarray(at, at + 65_536)))
  add(scanner.end())
  return imported

  function add(records: ReturnType<typeof scanner.push>): void {
    for (const { ordinal, line, key, bytes: record, problem, after } of records) {
      imported.records++
      try {
        if (problem !== null) throw new RecordProblem(problem)
        const context = { sourceName: name, ordinal, key, header: after.header, task: null }
        imported.trajectories.push(...parseRecord(format, record, context))
        imported.parsed++
      } catch (error) {
        if (!(error instanceof RecordProblem)) throw error
        imported.quarantined.push({ ordinal, line, reason: error.reason, field: error.field })
      }
    }
  }
}
