import 'server-only'
import type { ClientBase } from 'pg'
import type { StoredAlignment } from '@/lib/core/gold/align-trajectory'
import { copyRows, Json } from '@/lib/data/copy'

const COLUMNS = [
  'revision_id',
  'gold_id',
  'best',
  'exact',
  'in_order',
  'any_order',
  'state_changing',
  'precision',
  'recall',
  'modes',
  'progress',
  'first_divergence',
  'rows',
  'version',
]

/** The alignments of one revision, and the ids of the gold sequences that their numbers stand for. */
export type RevisionAlignments = {
  revisionId: string
  goldIds: readonly string[]
  alignments: readonly StoredAlignment[]
}

/** Writes alignments by COPY. */
export function copyAlignments(client: ClientBase, revisions: Iterable<RevisionAlignments>) {
  return copyRows(client, 'alignment', COLUMNS, alignmentRows(revisions))
}

function* alignmentRows(revisions: Iterable<RevisionAlignments>) {
  for (const { revisionId, goldIds, alignments } of revisions)
    for (const one of alignments)
      yield [
        revisionId,
        goldIds[one.gold] ?? null,
        one.best,
        one.exact,
        one.inOrder,
        one.anyOrder,
        one.stateChanging,
        one.precision,
        one.recall,
        one.modes && new Json(one.modes),
        one.progress,
        one.firstDivergence,
        new Json(one.rows),
        one.version,
      ]
}
