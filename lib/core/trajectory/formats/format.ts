import type { Container, ScanState } from '../records'
import type { Completeness, Json, Method, ParsedTrajectory } from '../types'

/** What an adapter is told beside the record itself. */
export type ParseContext = {
  sourceName: string // the file's name, for what records leave to it; never a path to open
  ordinal: number
  key: string | null // the record's key where the container is an object
  header: ScanState['header'] // JSON text of what stood before the records
  task: string | null // overrides what the adapter would find
}

/** Why a sample looks like a format. A sure one has fields that no other format has. */
export type Recognition = { sure: boolean; reason: string }

/** What the name of a file says where its records are silent. */
export type SourceHints = { model: string | null; method: Method | null }

/** One format that trajectories come in. */
export type Format = {
  name: string
  title: string
  /** json: read is given the record's JSON value; text: its text. */
  input: 'json' | 'text'
  /** Where this format's files are always held the same way, however they look. */
  container?: Container
  /** Whether a sample record looks like this format; it may have been cut off anywhere. Never throws. */
  recognise: (sample: Json) => Recognition | null
  /**
   * The trajectories of a record, at least one.
   *
   * @throws RecordProblem and nothing else, naming the field that cannot be read
   */
  read: (record: Json, context: ParseContext) => ParsedTrajectory[]
  /** Which parts of what the model was shown records of this task hold. What a task does not have is not missing. */
  completeness: (task: string) => Completeness
  hints?: (sourceName: string) => SourceHints
}
