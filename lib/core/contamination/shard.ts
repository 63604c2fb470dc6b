/**
 * What one shard of training data shares with a test side. Shards add up in any order; a shard that is read twice counts
 * once, by its name. Numbers of documents are places: lines or records of the shard, counted from 0.
 */
export type Shard = {
  /** The training input: a file, an imported source, or what stands for one in the report. */
  source: string
  /** Which part of a mixture the source is: agent, general, code. */
  component: string
  /** Unique among the shards of a source, which are in the order of their names. */
  name: string
  /** Of the test side and the rule: shards of different ones don't add up. */
  index: string
  /** The lines or records of the shard, blank ones too. */
  places: number
  documents: number
  bytes: number
  /** Documents without the field that was asked for. */
  withoutField: number
  /** Documents that could not be read: the place and why. Their bytes were searched, their text was not. */
  unreadable: Unreadable[]
  stretches: Sequences
  sets: Sequences
  /** For each document that shares something: its place, the set of its stretches, and the first text with each. */
  hits: { places: Int32Array; sets: Int32Array; texts: Int32Array }
  /** Which texts stand verbatim in which documents, at most one more document a text than is named. */
  verbatim: { texts: Int32Array; places: Int32Array }
}

export type Sequences = { pool: Int32Array; ends: Int32Array }
export type Unreadable = { place: number; reason: string }

/** How fast it went; no part of the result. */
export type ShardEffort = { readInFull: number; bytesInFull: number }

/** What a shard is called. */
export type ShardName = Pick<Shard, 'source' | 'component' | 'name'>
